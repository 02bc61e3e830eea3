using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match train</c>.</summary>
internal sealed class MatchTrainVerb : Verb
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say which customers would merge and split." };
    private readonly Option<string?> _by = DecisionOptions.NewBy();

    public MatchTrainVerb()
        : base(
            "train",
            "Learn the match model from the records, without labels, and put it in use with the customers it gives: all at once or not at all.",
            "hub match train --dry-run",
            "hub match train")
    {
        Add(_dryRun);
        Add(_by);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var isDryRun = call.Value(_dryRun);
        ModelReport report;
        using (var progress = new ProgressLine(call.Surroundings))
        {
            report = await call.Hub.Models.TrainAsync(isDryRun, DecisionOptions.By(call, _by), progress, call.CancellationToken);
        }

        call.Print(ModelReportPage.ViewOf(report, isDryRun), page => ModelReportPage.Write(page, report, isDryRun));
        return ExitCode.Done;
    }
}
