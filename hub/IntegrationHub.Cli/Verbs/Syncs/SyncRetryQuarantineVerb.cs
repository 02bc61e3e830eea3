using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Runs;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary><c>hub sync retry-quarantine NAME</c>.</summary>
internal sealed class SyncRetryQuarantineVerb : Verb
{
    private readonly Argument<string> _name;

    public SyncRetryQuarantineVerb(IReadOnlyList<string> sourceNames)
        : base(
            "retry-quarantine",
            "Try the quarantined records of a source again, after a change of its region or of the hub. What still cannot be taken in stays (exit code 3).",
            "hub sync retry-quarantine crm")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.SourceAsync(_name);
        var retry = await call.Hub.Quarantine.RetryAsync(source, call.CancellationToken);
        using (var progress = new ProgressLine(call.Surroundings))
        {
            await call.Hub.Resolver.ResolveAndLearnAsync(progress, CancellationToken.None);
        }

        call.Print(
            new { run = RunView.Of(retry.Run, source.Name), retry.Taken, retry.Refused, retry.Unreadable },
            page =>
            {
                page.Pairs(
                    ("taken in", Number(retry.Taken)),
                    ("still refused", Number(retry.Refused)),
                    ("readable by the connector only", Number(retry.Unreadable)));
                if (retry.Unreadable > 0)
                {
                    page.Line($"Next: hub sync run {source.Name} --full");
                }
            });
        return retry.Run.Status == RunStatus.Cancelled ? ExitCode.Failed : retry.Left > 0 ? ExitCode.InPart : ExitCode.Done;
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
