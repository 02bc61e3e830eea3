using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary><c>hub sync run NAME... | --all</c>.</summary>
internal sealed class SyncRunVerb : Verb
{
    private readonly Argument<string[]> _names;
    private readonly Option<bool> _all = new("--all") { Description = "Every source that is read." };
    private readonly Option<bool> _full = new("--full") { Description = "Read everything again, whatever was read before." };
    private readonly Option<bool> _acceptDeletions = new("--accept-deletions")
    {
        Description = "Take records that a full read misses as deleted, however many they are.",
    };

    private readonly Option<string[]> _streams = new("--stream") { Description = "Only this stream. May repeat.", HelpName = "S" };

    public SyncRunVerb(IReadOnlyList<string> sourceNames)
        : base(
            "run",
            "Read sources one after the other from where they stopped, then resolve customers. Ctrl+C stops at the next checkpoint and keeps what was read.",
            "hub sync run crm",
            "hub sync run crm shop --full",
            "hub sync run --all --json")
    {
        _names = new Argument<string[]>("NAME") { Description = "The sources.", Arity = ArgumentArity.ZeroOrMore };
        _names.CompletionSources.Add(_ => sourceNames);
        Add(_names);
        Add(_all);
        Add(_full);
        Add(_acceptDeletions);
        Add(_streams);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var sources = await SourcesAsync(call);
        var runs = new List<RunView>();
        ResolveOutcome? resolution = null;
        using (var progress = new ProgressLine(call.Surroundings))
        {
            foreach (var source in sources)
            {
                if (!call.CancellationToken.IsCancellationRequested)
                {
                    runs.Add(await RunOneAsync(call, source, progress));
                }
            }

            resolution = await ResolveAsync(call, progress);
        }

        var totals = await call.Hub.Store.Customers.GetTotalsAsync(CancellationToken.None);
        call.Print(
            new { runs, resolution = resolution is null ? null : new { resolution.Records, resolution.Customers, resolution.Changes }, totals },
            page =>
            {
                RunTable.Write(page, runs);
                page.Line(resolution is null
                    ? "Stopped before customers were resolved; the next run does it."
                    : string.Create(CultureInfo.InvariantCulture, $"Resolved {resolution.Records:N0} records; {resolution.Changes:N0} changes to customers."));
                page.Line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The hub holds {totals.Records:N0} records of {totals.Customers:N0} customers, {totals.Doubtful:N0} doubtful pairs, {totals.Quarantined:N0} quarantined."));
            });
        return VerdictOf(runs, sources.Count, resolution is not null);
    }

    private static async Task<RunView> RunOneAsync(Call call, Source source, ProgressLine progress, SyncOptions options)
    {
        try
        {
            return RunView.Of(await call.Hub.Runner.RunAsync(source, options, progress, call.CancellationToken), source.Name);
        }
        catch (SyncBusyException e)
        {
            // The other sources need not wait for a run that someone else has begun.
            var now = call.Clock.GetUtcNow();
            return RunView.Of(new Run { SourceId = source.Id, Trigger = options.Trigger, StartedAt = now, Status = RunStatus.Failed, Error = e.Message }, source.Name);
        }
    }

    private static async Task<ResolveOutcome?> ResolveAsync(Call call, ProgressLine progress)
    {
        try
        {
            call.CancellationToken.ThrowIfCancellationRequested();
            return await call.Hub.Resolver.ResolveAndLearnAsync(progress, call.CancellationToken);
        }
        catch (OperationCanceledException) when (call.CancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static int VerdictOf(List<RunView> runs, int wanted, bool isResolved)
    {
        if (!isResolved || runs.Count < wanted || runs.TrueForAll(r => r.Status is not (RunStatus.Succeeded or RunStatus.Partial)))
        {
            return wanted == 0 ? ExitCode.Done : ExitCode.Failed;
        }

        return runs.TrueForAll(r => r.Status == RunStatus.Succeeded) ? ExitCode.Done : ExitCode.InPart;
    }

    private Task<RunView> RunOneAsync(Call call, Source source, ProgressLine progress)
    {
        var streams = call.Value(_streams) ?? [];
        var options = new SyncOptions
        {
            Full = call.Value(_full),
            AcceptsDeletions = call.Value(_acceptDeletions),
            Streams = streams.Length == 0 ? null : streams,
        };
        return RunOneAsync(call, source, progress, options);
    }

    private async Task<List<Source>> SourcesAsync(Call call)
    {
        var names = call.Values(_names);
        if (call.Value(_all) == names.Length > 0)
        {
            throw new AdminException(AdminFailure.WrongUse, "Which sources?", "names of sources, or --all", "hub source list");
        }

        if (names.Length == 0)
        {
            return [.. await call.Hub.Sources.ListReadAsync(call.CancellationToken)];
        }

        var sources = new List<Source>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            sources.Add(await call.Hub.Sources.GetAsync(name, call.CancellationToken));
        }

        return sources;
    }
}
