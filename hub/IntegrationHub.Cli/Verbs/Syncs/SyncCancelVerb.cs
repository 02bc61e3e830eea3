using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary><c>hub sync cancel RUN</c>.</summary>
internal sealed class SyncCancelVerb : Verb
{
    private readonly Argument<long> _run = new("RUN") { Description = "The run's number." };

    public SyncCancelVerb()
        : base("cancel", "Ask a run to stop at its next checkpoint. What it has read stays.", "hub sync cancel 12")
    {
        Add(_run);
    }

    // It sets one mark, and it must work while the run's own process owns the folder.
    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var id = call.Value(_run);
        if (!await call.Hub.Store.Runs.RequestCancelAsync(id, call.CancellationToken))
        {
            throw new AdminException(AdminFailure.NotFound, $"Run {id} is not under way.", next: "hub sync list");
        }

        call.Print(new { run = id, cancelRequested = true }, page => page.Line($"Run {id} will stop at its next checkpoint."));
        return ExitCode.Done;
    }
}
