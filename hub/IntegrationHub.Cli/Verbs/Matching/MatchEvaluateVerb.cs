using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match evaluate --truth FILE</c>.</summary>
internal sealed class MatchEvaluateVerb : Verb
{
    private const int WorstUsual = 5;
    private const int WorstMax = 1000;

    private readonly Option<string> _truth = new("--truth")
    {
        Description = "A CSV file with the columns source,stream,key,entity_id.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _chart = new("--chart")
    {
        Description = "An SVG file to draw precision and recall over the threshold into; replaced when it is there.",
        HelpName = "FILE.svg",
    };

    private readonly Option<int> _worst = new("--worst")
    {
        Description = $"How many wrong pairs of each kind to name, 0 to {WorstMax}.",
        HelpName = "N",
        DefaultValueFactory = _ => WorstUsual,
    };

    public MatchEvaluateVerb()
        : base(
            "evaluate",
            "Measure the customers against the truth: pairwise and B-cubed precision, recall and F1, what the keys reach, what other thresholds would give, and the pairs that are worst wrong. A record of the truth that the hub lacks counts as a customer of its own.",
            "hub match evaluate --truth truth.csv",
            "hub match evaluate --truth truth.csv --chart curve.svg --worst 20",
            "hub match evaluate --truth truth.csv --json")
    {
        _worst.Validators.Add(result =>
        {
            var isNumber = int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : null, CultureInfo.InvariantCulture, out var worst);
            if (isNumber && worst is (< 0 or > WorstMax))
            {
                result.AddError($"--worst must be from 0 to {WorstMax}.");
            }
        });
        Add(_truth);
        Add(_chart);
        Add(_worst);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var chart = ChartPath(call);
        TruthEvaluation evaluation;
        using (var progress = new ProgressLine(call.Surroundings))
        {
            evaluation = await call.Hub.Evaluation.EvaluateAsync(
                call.PathOf(call.Value(_truth)!), call.Value(_worst), progress, call.CancellationToken);
        }

        if (chart is not null)
        {
            await MatchEvaluation.WriteChartAsync(chart, evaluation, call.CancellationToken);
        }

        var view = new EvaluationView(evaluation, chart);
        call.Print(view.Document(), view.Write);
        return ExitCode.Done;
    }

    /// <summary>Finds out before the long work whether its picture has a place to go.</summary>
    private string? ChartPath(Call call)
    {
        if (call.Value(_chart) is not { } text)
        {
            return null;
        }

        var path = call.PathOf(text);
        return Directory.Exists(Path.GetDirectoryName(path)) ? path
            : throw new AdminException(
                AdminFailure.WrongUse, $"There is no folder '{Path.GetDirectoryName(path)}'.", "a file in an existing folder");
    }
}
