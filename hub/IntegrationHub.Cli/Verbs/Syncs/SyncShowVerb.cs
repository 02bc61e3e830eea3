using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary><c>hub sync show RUN</c>.</summary>
internal sealed class SyncShowVerb : Verb
{
    private readonly Argument<long> _run = new("RUN") { Description = "The run's number." };

    public SyncShowVerb()
        : base("show", "Show a run: its counts, what was quarantined at its source and why.", "hub sync show 12", "hub sync show 12 --json")
    {
        Add(_run);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var id = call.Value(_run);
        var run = await call.Hub.Store.Runs.FindAsync(id, call.CancellationToken)
            ?? throw new AdminException(AdminFailure.NotFound, $"There is no run {id}.", next: "hub sync list");
        var sources = await call.Hub.Sources.ListAsync(call.CancellationToken);
        var source = sources.FirstOrDefault(s => s.Id == run.SourceId);
        var reasons = source is null ? [] : await call.Hub.Store.Quarantine.CountByReasonAsync(run.SourceId, call.CancellationToken);
        var view = RunView.Of(run, source?.Name ?? "(removed)");
        call.Print(
            new { run = view, quarantine = reasons.Select(r => new { reason = r.Reason, count = r.Count }) },
            page =>
            {
                page.Pairs(
                    ("run", view.Id.ToString(CultureInfo.InvariantCulture)),
                    ("source", view.Source),
                    ("status", view.Status.ToString().ToLowerInvariant()),
                    ("started by", view.Trigger),
                    ("started", view.StartedAt.ToString("u", CultureInfo.InvariantCulture)),
                    ("ended", view.FinishedAt?.ToString("u", CultureInfo.InvariantCulture)));
                RunTable.Write(page, [view]);
                foreach (var (reason, count) in reasons)
                {
                    page.Line(string.Create(CultureInfo.InvariantCulture, $"quarantined at this source: {count:N0} x {reason}"));
                }
            });
        return ExitCode.Done;
    }
}
