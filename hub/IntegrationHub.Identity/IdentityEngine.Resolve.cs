using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Clustering;

namespace IntegrationHub.Identity;

/// <content>Settling what changed.</content>
public sealed partial class IdentityEngine
{
    private const int WorstKeysMax = 10;
    private const double SearchShare = .85;

    /// <summary>Settles all that changed since the last call.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Stops the work; the changes then stay pending.</param>
    /// <returns>The clusters of every component the changes touch.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Resolution Resolve(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Settle();
        _search.CandidatePairs = 0;
        if (_edges.KnownCount > 0)
        {
            ForgetDirty();
        }

        SearchDirty(progress, cancellationToken);
        foreach (var slot in _dirty.Slots)
        {
            _seeds.Add(slot);
        }

        SeedReblocked();

        var components = _components.Find(_seeds.Slots, cancellationToken);
        var settled = Settle(components, cancellationToken);
        settled.Doubtful.Sort(static (x, y) => x.RecordA != y.RecordA ? x.RecordA.CompareTo(y.RecordA) : x.RecordB.CompareTo(y.RecordB));
        var resolution = new Resolution(settled.Clusters, Touched(components), settled.Doubtful, Statistics(settled));
        Forget();
        progress?.Report(1);
        return resolution;
    }

    private void ForgetDirty()
    {
        foreach (var slot in _reblocked.Slots)
        {
            if (_edges.IsKnown(slot))
            {
                _edgesBefore.TryAdd(slot, _edges.Of(slot).ToArray());
            }
        }

        foreach (var slot in _dirty.Slots)
        {
            NoteNeighbours(slot);
            _edges.Forget(slot);
        }

        foreach (var slot in _reblocked.Slots)
        {
            _edges.Forget(slot);
        }
    }

    /// <summary>Most of those whom keys pair with others now have the same edges as before, so their clusters stay. An edge that went
    /// or came was told to both its ends.</summary>
    private void SeedReblocked()
    {
        foreach (var slot in _reblocked.Slots)
        {
            if (!_edgesBefore.TryGetValue(slot, out var before) || !EdgeStore.AreSame(before, _edges.Of(slot)))
            {
                _seeds.Add(slot);
            }
        }
    }

    private long[] Touched(Components components)
    {
        var touched = new long[components.Slots.Length + _removed.Count];
        var count = 0;
        foreach (var slot in components.Slots)
        {
            touched[count++] = _records.Id(slot);
        }

        // A number that was removed and came back stands among the components already.
        foreach (var id in _removed)
        {
            if (!_records.TryGetSlot(id, out _))
            {
                touched[count++] = id;
            }
        }

        Array.Resize(ref touched, count);
        Array.Sort(touched);
        return touched;
    }

    private void SearchDirty(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int[] dirty = [.. _dirty.Slots, .. _reblocked.Slots];
        var done = 0;
        _search.Complete(
            dirty,
            progress is null ? null : count => progress.Report(SearchShare * Interlocked.Add(ref done, count) / dirty.Length),
            cancellationToken);
    }

    private Settled Settle(Components components, CancellationToken cancellationToken)
    {
        const int ParallelMin = 64;
        var workers = TwoCores.WorkersFor(components.Count, ParallelMin);
        var parts = new Settled[workers];
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            var clustering = new GuardedClustering(_records, _edges, _decisions, _deduplicatedSources, _model.Limits);
            var part = new Settled();
            var end = components.ComponentAfter(worker + 1, workers);
            for (var i = components.ComponentAfter(worker, workers); i < end && !cancellationToken.IsCancellationRequested; i++)
            {
                clustering.Cluster(components[i], part.Clusters, part.Doubtful);
                LookAcross(components[i], part);
            }

            part.ScoredPairs = clustering.ScoredPairs;
            parts[worker] = part;
        });
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var part in parts.AsSpan(1))
        {
            parts[0].Add(part);
        }

        return parts[0];
    }

    /// <summary>Counts the links of a component, and adds the pairs below the threshold that lead out of it, each once.</summary>
    private void LookAcross(ReadOnlySpan<int> component, Settled settled)
    {
        foreach (var slot in component)
        {
            foreach (var edge in _edges.Of(slot))
            {
                if (edge.Bits >= _model.Limits.Threshold)
                {
                    settled.LinkedPairs += edge.Other > slot ? 1 : 0;
                    continue;
                }

                var isOutward = _components.ComponentOf(edge.Other) != _components.ComponentOf(slot);
                var isFirst = slot < edge.Other || _components.ComponentOf(edge.Other) == 0;
                if (isOutward && isFirst && !IsForbidden(slot, edge))
                {
                    settled.Doubtful.Add(Doubt.Pair(_records.Id(slot), _records.Id(edge.Other), edge.Bits, isAmbiguous: false));
                }
            }
        }
    }

    private bool IsForbidden(int slot, in Edge edge) => edge.IsWalled
        || _decisions.IsNever(_records.Id(slot), _records.Id(edge.Other))
        || (_records.Source(slot) == _records.Source(edge.Other) && _deduplicatedSources.Contains(_records.Source(slot)));

    private ResolutionStatistics Statistics(Settled settled)
    {
        var worst = _index.Largest.Top(WorstKeysMax)
            .Select(block => new BlockSize(_model.Plan.TextOf(BlockKey.Number(block.Key)), block.Size, BlockKey.Depth(block.Key)))
            .ToArray();
        return new ResolutionStatistics(
            _search.CandidatePairs, _search.CandidatePairs + settled.ScoredPairs, settled.LinkedPairs, _index.SplitCount, _index.WindowCount, worst);
    }
}
