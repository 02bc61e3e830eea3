using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Resolves every live record under another model, in shadow; then, if wanted, puts model and customers in use at once.</summary>
internal sealed class EpochSwitch(IHubStore store, GoldenBuilder golden, TimeProvider clock, IProgress<ResolveProgress>? progress)
{
    private IReadOnlyList<(long RecordId, long Change)> _pending = [];

    /// <summary>Gets the index under the new model, after <see cref="ResolveAsync"/>.</summary>
    internal ResolverIndex Index { get; private set; } = null!;

    /// <summary>Gets all customers under the new model.</summary>
    internal Resolution Resolution { get; private set; } = null!;

    /// <summary>Resolves in shadow. Nothing is written.</summary>
    /// <returns>How the customers would differ.</returns>
    internal async Task<PartitionDifference> ResolveAsync(MatchModel model, IReadOnlyCollection<int> deduplicated, CancellationToken cancellationToken)
    {
        // What changes from here on stays pending: it is read either way, and settled by the next resolution.
        _pending = await store.Records.GetPendingAsync(cancellationToken);
        Index = new ResolverIndex(model, store);
        await Index.LoadAllAsync(await store.Decisions.ListAsync(cancellationToken), deduplicated, progress, cancellationToken);
        var matching = progress is null ? null : new Progress<double>(done => progress.Report(new ResolveProgress("match", done)));
        Resolution = Index.Engine.Resolve(matching, cancellationToken);
        var after = new Dictionary<long, long>(Index.Engine.Count);
        foreach (var cluster in Resolution.Clusters)
        {
            foreach (var record in cluster)
            {
                after.Add(record, cluster[0]);
            }
        }

        return PartitionComparison.Compare(Index.Anchors.ToDictionary(), after);
    }

    /// <summary>Writes model and customers in one transaction.</summary>
    internal async Task<(int Epoch, int Changes)> WriteAsync(ModelSwitch target, CancellationToken cancellationToken)
    {
        var sources = (await store.Sources.ListAsync(cancellationToken)).ToDictionary(s => s.Id);
        var writer = new ResolutionWriter(store, golden, sources, Index, clock, progress);
        return await writer.SwitchAsync(Resolution, _pending, target, cancellationToken);
    }
}
