using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Sync.Admin;

/// <summary>Gives record numbers the names that people use for them.</summary>
internal static class RecordNames
{
    private const string RemovedSource = "(removed)";

    /// <summary>Names records, deleted ones and those of removed sources included.</summary>
    internal static async Task<Dictionary<long, RecordRef>> ReadAsync(
        IHubStore store, IEnumerable<long> recordIds, CancellationToken cancellationToken)
    {
        var sources = (await store.Sources.ListAsync(cancellationToken)).ToDictionary(s => s.Id, s => s.Name);
        var records = await store.Records.GetAsync([.. recordIds.Distinct().Order()], cancellationToken);
        return records.ToDictionary(r => r.Id, r => new RecordRef(sources.GetValueOrDefault(r.SourceId, RemovedSource), r.Stream, r.Key));
    }
}
