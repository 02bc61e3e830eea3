using IntegrationHub.Core.Records;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Suppression;

namespace IntegrationHub.Sync.Resolving;

/// <content>An engine beside the one that resolves.</content>
public sealed partial class ResolverService
{
    /// <summary>Fills a fresh engine with every live record, the decisions in force and the model in use.</summary>
    /// <param name="onRecord">Told each record, before the engine takes it in.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The engine, the caller's alone: resolving goes on meanwhile.</returns>
    internal async Task<IdentityEngine> LoadEngineAsync(
        Action<SourceRecord> onRecord, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var engine = new IdentityEngine(await ModelInUseAsync(cancellationToken));
        engine.SetDecisions(await _store.Decisions.ListAsync(cancellationToken));
        engine.SetDeduplicatedSources(await DeduplicatedAsync(cancellationToken));
        await foreach (var record in SuppressionEntry.ReadPeopleAsync(_store.Records, cancellationToken))
        {
            onRecord(record);
            engine.Upsert(record.Id, record.SourceId, record.Fields);
            if (engine.Count % ResolverIndex.ChunkRecordsMax == 0)
            {
                progress?.Report(new ResolveProgress("load", engine.Count / (double)(engine.Count + ResolverIndex.ChunkRecordsMax)));
            }
        }

        return engine;
    }
}
