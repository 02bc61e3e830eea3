using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match model use EPOCH|FILE</c>.</summary>
internal sealed class ModelUseVerb : Verb
{
    private readonly Argument<string> _model = new("MODEL") { Description = "The epoch of a stored model (0 ships with the hub), or a file that 'model export' wrote." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say which customers would merge and split." };
    private readonly Option<string?> _by = DecisionOptions.NewBy();

    public ModelUseVerb()
        : base(
            "use",
            "Put a model in use with the customers it gives: all at once or not at all. It is pinned: training by itself leaves it alone until 'model auto'.",
            "hub match model use 3 --dry-run",
            "hub match model use model.json")
    {
        Add(_model);
        Add(_dryRun);
        Add(_by);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var named = call.Value(_model);
        var isEpoch = int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var isDryRun = call.Value(_dryRun);
        ModelReport report;
        using (var progress = new ProgressLine(call.Surroundings))
        {
            report = await call.Hub.Models.UseAsync(
                isEpoch ? named : call.PathOf(named), isDryRun, DecisionOptions.By(call, _by), progress, call.CancellationToken);
        }

        call.Print(ModelReportPage.ViewOf(report, isDryRun), page => ModelReportPage.Write(page, report, isDryRun));
        return ExitCode.Done;
    }
}
