using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Combines pushed records with what is stored. Call it while holding the source's lease: then nobody else writes between
/// this reading and the commit, and the commit's fence refuses the rest.</summary>
internal static class StoredCombination
{
    /// <summary>Replaces each person record of a batch by what it makes together with the stored one.</summary>
    internal static async Task ApplyAsync(RecordBatch batch, string source, IRecordStore records, CancellationToken cancellationToken)
    {
        for (var i = 0; i < batch.Records.Count; i++)
        {
            var next = batch.Records[i];
            if ((next.IsPartial || next.UpdatedAt is not null)
                && await records.FindAsync(new RecordRef(source, next.Stream, next.Key), cancellationToken) is { } stored)
            {
                batch.Records[i] = RecordCombination.Combine(new IncomingRecord(stored.Stream, stored.Key, stored.Fields, stored.UpdatedAt), next);
            }
        }
    }
}
