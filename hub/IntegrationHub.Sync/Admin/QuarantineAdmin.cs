using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Pipeline;
using IntegrationHub.Sync.Receiving;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Gives quarantined records another chance at the gate. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="gate">The only way in.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="receivers">The receivers that hold leases in this process, or <see langword="null"/> when there are none.</param>
public sealed class QuarantineAdmin(
    IHubStore store, RecordGate gate, TimeProvider clock, ILogger<QuarantineAdmin> logger, SourceReceivers? receivers = null)
{
    private const int PageSize = 500;

    /// <summary>Tries every quarantined record of a source again, oldest first. Resolve afterwards.</summary>
    /// <remarks>The store drops an entry when its key is delivered whole, so nothing newer is ever replaced by a retry.</remarks>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Stops between two commits; what was taken in stays.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="SyncBusyException">A run of this source is under way.</exception>
    public async Task<QuarantineRetry> RetryAsync(Source source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        await using var pause = receivers is null ? null : await receivers.PauseAsync(source.Id, cancellationToken);
        await using var keeper = await LeaseKeeper.AcquireAsync(store.Leases, source.Id, source.Name, clock, logger, cancellationToken);
        var run = await store.Runs.StartAsync(
            new Run { SourceId = source.Id, Trigger = "retry", StartedAt = clock.GetUtcNow() }, cancellationToken);
        var counts = new BatchOutcome();
        var result = new QuarantineRetry(run, 0, 0, 0);
        IReadOnlyList<QuarantinedRecord> page;
        var after = 0L;
        while (!cancellationToken.IsCancellationRequested
            && (page = await store.Quarantine.ListAsync(source.Id, after, PageSize, cancellationToken)).Count > 0)
        {
            after = page[^1].Id;
            foreach (var record in page)
            {
                var batch = new RecordBatch(source.Id, run.Id);
                result = Admit(source, record, batch, result);
                if (batch.Count > 0)
                {
                    await CombineAsync(source, batch, cancellationToken);
                    counts.Add(await store.Records.CommitAsync(batch, keeper.Lease, clock.GetUtcNow(), CancellationToken.None));
                }
            }
        }

        var status = cancellationToken.IsCancellationRequested
            ? RunStatus.Cancelled
            : result.Left > 0 ? RunStatus.Partial : RunStatus.Succeeded;
        run = run with
        {
            Status = status,
            FinishedAt = clock.GetUtcNow(),
            Streams = counts.Streams,
            Error = result.Left > 0 ? $"{result.Left} records stay in quarantine" : null,
        };
        await store.Runs.UpdateAsync(run, CancellationToken.None);
        return result with { Run = run };
    }

    private static string? RegionOf(Source source) =>
        (string?)JObject.Parse(source.Settings).GetValue("region", StringComparison.OrdinalIgnoreCase);

    // A record that tells only a part goes to what is stored; a whole one is taken as it is, since a newer one would have dropped the entry.
    private Task CombineAsync(Source source, RecordBatch batch, CancellationToken cancellationToken) =>
        batch.Records.Exists(r => r.IsPartial)
            ? StoredCombination.ApplyAsync(batch, source.Name, store.Records, cancellationToken)
            : Task.CompletedTask;

    private QuarantineRetry Admit(Source source, QuarantinedRecord record, RecordBatch batch, QuarantineRetry result)
    {
        if (!QuarantinePayload.TryRead(record, out var message))
        {
            return result with { Unreadable = result.Unreadable + 1 };
        }

        if (!TryAdmit(source, message, record.At, batch))
        {
            return result with { Refused = result.Refused + 1 };
        }

        batch.ReleasedQuarantine.Add(record.Id);
        return result with { Taken = result.Taken + 1 };
    }

    private bool TryAdmit(Source source, Message message, DateTimeOffset receivedAt, RecordBatch batch)
    {
        switch (message)
        {
            case PersonRecord person when gate.Admit(person, receivedAt, RegionOf(source)) is { IsAccepted: true } admitted:
                if (WithdrawnLists.Of(source).Hold(admitted.Accepted))
                {
                    return true;
                }

                batch.Records.Add(admitted.Accepted);
                batch.Consents.AddRange(admitted.Consents);
                return true;
            case InteractionRecord interaction when gate.Admit(interaction, receivedAt) is { IsAccepted: true } admitted:
                batch.Interactions.Add(admitted.Accepted);
                return true;
            case ConsentRecord consent when gate.Admit(consent, receivedAt) is { IsAccepted: true } admitted:
                batch.Consents.Add(admitted.Accepted);
                return true;
            default:
                return false;
        }
    }
}
