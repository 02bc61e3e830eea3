using IntegrationHub.Core.Matching;
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
        _index.Settle();
        _search.CandidatePairs = 0;
        foreach (var slot in _dirty)
        {
            NoteNeighbours(slot);
            _edges.Forget(slot);
        }

        SearchDirty(progress, cancellationToken);
        var components = _components.Find(_seeds.Concat(_dirty), cancellationToken);
        var settled = Settle(components, cancellationToken);
        var touched = components.SelectMany(c => c).Select(_records.Id).Concat(_removed).Distinct().Order().ToArray();
        AddDoubtfulAcross(components, settled.Doubtful);
        var statistics = Statistics(components, settled.ScoredPairs);
        Forget();
        progress?.Report(1);
        return new Resolution(settled.Clusters, touched, settled.Doubtful, statistics);
    }

    private void SearchDirty(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var dirty = _dirty.ToArray();
        var done = 0;
        _search.Complete(
            dirty,
            progress is null ? null : count => progress.Report(SearchShare * Interlocked.Add(ref done, count) / dirty.Length),
            cancellationToken);
    }

    private (List<long[]> Clusters, List<DoubtfulPair> Doubtful, long ScoredPairs) Settle(
        List<List<int>> components, CancellationToken cancellationToken)
    {
        const int ParallelMin = 64;
        var workers = components.Count < ParallelMin ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 2);
        var parts = new (List<long[]> Clusters, List<DoubtfulPair> Doubtful, long Scored)[workers];
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            var clustering = new GuardedClustering(_records, _edges, _decisions, _deduplicatedSources, _model.Limits);
            var (clusters, doubtful) = (new List<long[]>(), new List<DoubtfulPair>());
            for (var i = worker; i < components.Count && !cancellationToken.IsCancellationRequested; i += workers)
            {
                clustering.Cluster(components[i], clusters, doubtful);
            }

            parts[worker] = (clusters, doubtful, clustering.ScoredPairs);
        });
        cancellationToken.ThrowIfCancellationRequested();
        return ([.. parts.SelectMany(p => p.Clusters)], [.. parts.SelectMany(p => p.Doubtful)], parts.Sum(p => p.Scored));
    }

    /// <summary>Adds the pairs below the threshold that lead out of a component, each once.</summary>
    private void AddDoubtfulAcross(List<List<int>> components, List<DoubtfulPair> doubtful)
    {
        foreach (var slot in components.SelectMany(c => c))
        {
            foreach (var edge in _edges.Of(slot))
            {
                var isOutward = edge.Bits < _model.Limits.Threshold && _components.ComponentOf(edge.Other) != _components.ComponentOf(slot);
                var isFirst = slot < edge.Other || _components.ComponentOf(edge.Other) == 0;
                if (isOutward && isFirst && !IsForbidden(slot, edge.Other))
                {
                    doubtful.Add(Doubt.Pair(_records.Id(slot), _records.Id(edge.Other), edge.Bits, isAmbiguous: false));
                }
            }
        }
    }

    private bool IsForbidden(int a, int b)
    {
        _records.Score(a, b, out var walls);
        return walls != Scoring.Walls.None
            || _decisions.IsNever(_records.Id(a), _records.Id(b))
            || (_records.Source(a) == _records.Source(b) && _deduplicatedSources.Contains(_records.Source(a)));
    }

    private ResolutionStatistics Statistics(List<List<int>> components, long scoredInClusters)
    {
        var links = 0L;
        foreach (var slot in components.SelectMany(c => c))
        {
            foreach (var edge in _edges.Of(slot))
            {
                links += edge.Bits >= _model.Limits.Threshold && edge.Other > slot ? 1 : 0;
            }
        }

        var worst = _index.OversizedKeys
            .Select(key => new BlockSize(BlockKey.Family(key).ToString(), _index.Table.Count(key), BlockKey.Depth(key)))
            .OrderByDescending(block => block.Records).ThenBy(block => block.Key, StringComparer.Ordinal)
            .Take(WorstKeysMax).ToArray();
        return new ResolutionStatistics(
            _search.CandidatePairs, _search.CandidatePairs + scoredInClusters, links, _index.SplitCount, _index.WindowCount, worst);
    }
}
