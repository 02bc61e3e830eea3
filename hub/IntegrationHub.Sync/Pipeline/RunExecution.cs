using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sync.Gate;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Pipeline;

/// <summary>One run from its first message to its verdict. Used by one caller; not thread-safe.</summary>
internal sealed class RunExecution(
    IHubStore store,
    RecordGate gate,
    Source source,
    Run run,
    Lease lease,
    IProgress<SyncProgress>? progress,
    TimeProvider clock,
    ILogger logger)
{
    // In place of a stream's name, for what befell the whole run.
    private const string All = "all";

    private readonly BatchOutcome _outcome = new();
    private readonly Dictionary<string, string> _failures = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private string[] _wanted = [];
    private HashSet<string> _completed = new(StringComparer.Ordinal);
    private bool _isStopped;

    /// <summary>Reads the wanted streams in one go. When that breaks by a fault of one stream, the others are read
    /// each by itself, so that nine good streams do not wait for a bad one.</summary>
    internal async Task ReadAsync(
        LoadedConnector connector, JObject settings, SyncOptions options, ConnectorContext context, CancellationToken cancellationToken)
    {
        var streams = Wanted(await connector.DiscoverAsync(settings, context, cancellationToken), options);
        _wanted = [.. streams.Select(s => s.Name)];
        logger.RunStarted(run.Id, source.Name, string.Join(", ", _wanted));
        var checkpoints = await store.Records.GetCheckpointsAsync(source.Id, cancellationToken);
        var plans = streams.ConvertAll(s => StreamPlan.Make(s, checkpoints, options, run.Id));
        var builder = new BatchBuilder(plans, gate, RegionOf(settings), run.StartedAt, () => new RecordBatch(source.Id, run.Id), WithdrawnLists.Of(source));
        try
        {
            await ReadAsync(connector, settings, plans, builder, context, cancellationToken);
        }
        finally
        {
            _outcome.Add(builder.Superseded); // What was read counts as read, also when the store took no more of it.
        }

        Conclude(builder);
    }

    private async Task ReadAsync(
        LoadedConnector connector,
        JObject settings,
        List<StreamPlan> plans,
        BatchBuilder builder,
        ConnectorContext context,
        CancellationToken cancellationToken)
    {
        var failure = await ReadOnceAsync(connector, settings, plans, builder, context, cancellationToken);
        if (failure is not null && plans.Count > 1 && IsWorthSplitting(failure))
        {
            foreach (var plan in plans.Where(p => !builder.Completed.Contains(p.Stream) && !_isStopped))
            {
                var single = await ReadOnceAsync(connector, settings, [plan], builder, context, cancellationToken);
                if (single is not null)
                {
                    NoteFailure(plan.Stream, single);
                }
            }
        }
        else if (failure is not null)
        {
            foreach (var plan in plans.Where(p => !builder.Completed.Contains(p.Stream)))
            {
                NoteFailure(plan.Stream, failure);
            }

            if (_failures.Count == 0)
            {
                NoteFailure(All, failure); // Every stream was completed and something still went wrong: no success.
            }
        }
    }

    internal void Fail(Exception failure) => NoteFailure(All, failure);

    internal void Stop() => _isStopped = true;

    /// <summary>Gives the verdict and stores it. A store that cannot take it keeps the run as one that was interrupted; the caller gets it all the same.</summary>
    internal async Task<Run> EndAsync()
    {
        foreach (var stream in _wanted.Where(s => !_completed.Contains(s) && !_failures.ContainsKey(s) && !_failures.ContainsKey(All) && !_isStopped))
        {
            _failures[stream] = "the connector ended without completing the stream; the next run goes on from the last checkpoint";
        }

        var error = string.Join("; ", _failures.Select(f => $"{f.Key}: {f.Value}").Concat(_notes));
        var ended = run with
        {
            Status = Verdict(),
            FinishedAt = clock.GetUtcNow(),
            Streams = _outcome.Streams,
            Error = error.Length == 0 ? null : error,
        };
        try
        {
            await store.Runs.UpdateAsync(ended, CancellationToken.None);
        }
        catch (StoreException e) when (ended.Status is RunStatus.Failed)
        {
            logger.VerdictNotStored(run.Id, source.Name, e.Message);
        }

        var read = _outcome.Streams.Values.Sum(c => c.Read);
        logger.RunEnded(run.Id, source.Name, ended.Status.ToString(), read, ended.FinishedAt.Value - run.StartedAt);
        return ended;
    }

    private static string? RegionOf(JObject settings) => (string?)settings.GetValue("region", StringComparison.OrdinalIgnoreCase);

    // A wrong setting or a busy server meets every stream alike; only a fault in the data or the code may be one stream's own.
    private static bool IsWorthSplitting(Exception failure) =>
        failure is not ConnectorException { Kind: FailureKind.Configuration or FailureKind.Transient };

    private List<StreamDescription> Wanted(IReadOnlyList<StreamDescription> offered, SyncOptions options)
    {
        if (options.Streams is null)
        {
            return [.. offered];
        }

        var unknown = options.Streams.FirstOrDefault(s => offered.All(o => !string.Equals(o.Name, s, StringComparison.Ordinal)));
        return unknown is not null
            ? throw ConnectorException.Configuration(
                null, $"Source '{source.Name}' has no stream '{unknown}'.", $"Its streams: {string.Join(", ", offered.Select(o => o.Name))}.")
            : offered.Where(o => options.Streams.Contains(o.Name, StringComparer.Ordinal)).ToList();
    }

    private async Task<Exception?> ReadOnceAsync(
        LoadedConnector connector,
        JObject settings,
        List<StreamPlan> plans,
        BatchBuilder builder,
        ConnectorContext context,
        CancellationToken cancellationToken)
    {
        var request = new ReadRequest(plans.ConvertAll(p => p.ToRequest(builder.LatestOf(p.Stream))), run.StartedAt);
        var pipeline = new SyncPipeline(CommitAsync, () => store.Runs.IsCancelRequestedAsync(run.Id, CancellationToken.None), Report);
        try
        {
            _isStopped |= await pipeline.RunAsync(
                connector.ReadAsync(settings, request, context, cancellationToken), builder, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StoreException or LeaseLostException))
        {
            // The boundary to the plugin: whatever it throws is the stream's failure, not the hub's.
            logger.ConnectorThrew(e.GetType().Name, e.StackTrace);
            return e;
        }
    }

    private async Task CommitAsync(RecordBatch batch)
    {
        _outcome.Add(await store.Records.CommitAsync(batch, lease, clock.GetUtcNow(), CancellationToken.None));
    }

    private void Report(long read) => progress?.Report(new SyncProgress(source.Name, run.Id, read));

    private void Conclude(BatchBuilder builder)
    {
        _completed = builder.Completed;
        foreach (var (stream, held) in _outcome.HeldSweeps)
        {
            _notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{stream}: this full read saw {held.Seen} records and missed {held.Missing}, so many that none was taken as deleted. If they are gone: hub sync run {source.Name} --full --accept-deletions"));
        }

        foreach (var stream in builder.Unswept)
        {
            _notes.Add($"{stream}: records missing from this full read were not taken as deleted, because some records were set aside");
        }
    }

    private void NoteFailure(string stream, Exception failure)
    {
        var (kind, reason) = Describe(failure);
        _failures[stream] = reason;
        logger.StreamFailed(run.Id, stream, kind, reason);
    }

    // The text of an exception that is not a ConnectorException may hold anything, a customer's value too; its type must do.
    private static (string Kind, string Reason) Describe(Exception failure) => failure switch
    {
        ConnectorException e => (e.Kind.ToString(), e.NextStep is null ? e.Message : $"{e.Message} {e.NextStep}"),
        PluginException e => ("Plugin", e.Message),
        StoreException e => ("Store", $"{e.Message} The next run goes on from the last checkpoint."),
        _ => (nameof(FailureKind.Defect), $"the connector failed with {failure.GetType().Name}; report this to its author"),
    };

    private RunStatus Verdict()
    {
        if (_isStopped)
        {
            return RunStatus.Cancelled;
        }

        var isAnyQuarantined = _outcome.Streams.Values.Any(c => c.Quarantined > 0);
        return (_failures.Count, _completed.Count) switch
        {
            ( > 0, 0) => RunStatus.Failed,
            ( > 0, _) => RunStatus.Partial,
            _ => isAnyQuarantined || _notes.Count > 0 ? RunStatus.Partial : RunStatus.Succeeded,
        };
    }
}
