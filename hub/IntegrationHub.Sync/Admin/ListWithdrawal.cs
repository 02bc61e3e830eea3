using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Pipeline;
using IntegrationHub.Sync.Receiving;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Withdraws a whole list of a source: its records are deleted, and never taken in again. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="receivers">The receivers that hold leases in this process, or <see langword="null"/> when there are none.</param>
public sealed class ListWithdrawal(IHubStore store, TimeProvider clock, ILogger<ListWithdrawal> logger, SourceReceivers? receivers = null)
{
    private const int BatchRecordsMax = 1_000;

    /// <summary>Withdraws a list. Resolve afterwards.</summary>
    /// <remarks>The list is remembered before the first record goes: stopped half-way, the act can be repeated and nothing comes back.</remarks>
    /// <param name="source">The source.</param>
    /// <param name="list">The list's name, as in the field <c>list:NAME</c> of its records.</param>
    /// <param name="cancellationToken">Stops between two commits.</param>
    /// <returns>How many records were deleted.</returns>
    /// <exception cref="AdminException">No record of the source is of this list, and it was not withdrawn before.</exception>
    /// <exception cref="SyncBusyException">A run of this source is under way.</exception>
    public async Task<long> WithdrawAsync(Source source, string list, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(list);

        await using var pause = receivers is null ? null : await receivers.PauseAsync(source.Id, cancellationToken);
        await using var keeper = await LeaseKeeper.AcquireAsync(store.Leases, source.Id, source.Name, clock, logger, cancellationToken);
        await RememberAsync(source, list, cancellationToken);

        var run = await store.Runs.StartAsync(
            new Run { SourceId = source.Id, Trigger = "withdrawal", StartedAt = clock.GetUtcNow() }, cancellationToken);
        var counts = new BatchOutcome();
        var field = PersonFields.List(list);
        var batch = new RecordBatch(source.Id, run.Id);
        await foreach (var record in store.Records.ReadLiveAsync(CancellationToken.None))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            if (record.SourceId == source.Id && WithdrawnLists.IsOf(record, field))
            {
                batch.Deletions.Add((record.Stream, record.Key));
                if (batch.Count == BatchRecordsMax)
                {
                    counts.Add(await CommitAsync(batch, keeper.Lease));
                    batch = new RecordBatch(source.Id, run.Id);
                }
            }
        }

        if (batch.Count > 0)
        {
            counts.Add(await CommitAsync(batch, keeper.Lease));
        }

        var status = cancellationToken.IsCancellationRequested ? RunStatus.Cancelled : RunStatus.Succeeded;
        await store.Runs.UpdateAsync(
            run with { Status = status, FinishedAt = clock.GetUtcNow(), Streams = counts.Streams }, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return counts.Streams.Values.Sum(static s => s.Deleted);
    }

    private Task<BatchOutcome> CommitAsync(RecordBatch batch, Lease lease) =>
        store.Records.CommitAsync(batch, lease, clock.GetUtcNow(), CancellationToken.None);

    /// <summary>Allows a withdrawn list again; its records come with the next full run.</summary>
    /// <param name="source">The source.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">The list is not withdrawn.</exception>
    public async Task AllowAsync(Source source, string list, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        await using var keeper = await LeaseKeeper.AcquireAsync(store.Leases, source.Id, source.Name, clock, logger, cancellationToken);
        var (settings, names) = await NamesAsync(source, cancellationToken);
        if (!names.Remove(list))
        {
            throw AdminException.NotFound(
                $"List '{list}' of source '{source.Name}' is not withdrawn.",
                names.Count == 0 ? null : $"one of {string.Join(", ", names)}");
        }

        await StoreAsync(source, settings, names, cancellationToken);
    }

    private async Task RememberAsync(Source source, string list, CancellationToken cancellationToken)
    {
        var (settings, names) = await NamesAsync(source, cancellationToken);
        if (names.Contains(list, StringComparer.Ordinal))
        {
            return;
        }

        if (await FindListsAsync(source, list, cancellationToken) is { } others)
        {
            throw AdminException.NotFound(
                $"No record of source '{source.Name}' is of a list '{list}'.",
                others.Count == 0 ? "records with a list's name; list-file writes it where the setting list is set" : $"one of {string.Join(", ", others)}",
                $"hub source preview {source.Name}");
        }

        names.Add(list);
        await StoreAsync(source, settings, names, cancellationToken);
    }

    /// <summary>Looks for a list among a source's records.</summary>
    /// <returns><see langword="null"/> when it is there, else some of the lists that are.</returns>
    private async Task<IReadOnlyCollection<string>?> FindListsAsync(Source source, string list, CancellationToken cancellationToken)
    {
        const int NamesMax = 20;
        var field = PersonFields.List(list);
        var others = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var record in store.Records.ReadLiveAsync(cancellationToken))
        {
            if (record.SourceId != source.Id)
            {
                continue;
            }

            if (WithdrawnLists.IsOf(record, field))
            {
                return null;
            }

            foreach (var other in record.Fields.Where(f => others.Count < NamesMax && f.Name.StartsWith(PersonFields.ListPrefix, StringComparison.Ordinal)))
            {
                others.Add(other.Name[PersonFields.ListPrefix.Length..]);
            }
        }

        return others;
    }

    private async Task<(JObject Settings, List<string> Names)> NamesAsync(Source source, CancellationToken cancellationToken)
    {
        var stored = await store.Sources.FindAsync(source.Name, cancellationToken) ?? source;
        var settings = JObject.Parse(stored.Settings);
        return (settings, [.. WithdrawnLists.NamesIn(settings)]);
    }

    private Task StoreAsync(Source source, JObject settings, List<string> names, CancellationToken cancellationToken)
    {
        settings[WithdrawnLists.Property] = new JArray(names);
        return store.Sources.UpdateAsync(source with { Settings = settings.ToString(Formatting.None) }, cancellationToken);
    }
}
