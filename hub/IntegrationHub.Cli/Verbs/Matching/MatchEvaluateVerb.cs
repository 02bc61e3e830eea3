using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Identity;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match evaluate --truth FILE</c>.</summary>
internal sealed class MatchEvaluateVerb : Verb
{
    private readonly Option<string> _truth = new("--truth")
    {
        Description = "A CSV file with the columns source,stream,key,entity_id.",
        HelpName = "FILE",
        Required = true,
    };

    public MatchEvaluateVerb()
        : base(
            "evaluate",
            "Measure the customers against the truth: pairwise and B-cubed precision, recall and F1. A record of the truth that the hub lacks counts as a customer of its own.",
            "hub match evaluate --truth truth.csv",
            "hub match evaluate --truth truth.csv --json")
    {
        Add(_truth);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var evaluation = await call.Hub.Matching.EvaluateAsync(call.PathOf(call.Value(_truth)!), call.CancellationToken);
        var result = evaluation.Result;
        call.Print(
            new
            {
                records = result.Records,
                missing = evaluation.Missing,
                extra = evaluation.Extra,
                truePairs = result.TruePairs,
                predictedPairs = result.PredictedPairs,
                sharedPairs = result.SharedPairs,
                pairwise = result.Pairwise,
                bCubed = result.BCubed,
            },
            page =>
            {
                page.Table(
                    [string.Empty, "PRECISION", "RECALL", "F1"],
                    [RowOf("pairwise", result.Pairwise), RowOf("B-cubed", result.BCubed)]);
                page.Line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Records:N0} records, {result.TruePairs:N0} true pairs, {result.PredictedPairs:N0} predicted, {result.SharedPairs:N0} of them right."));
                page.Line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{evaluation.Missing:N0} records of the truth are not in the hub; {evaluation.Extra:N0} of the hub are not in the truth."));
            });
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> RowOf(string name, EvaluationFigures figures) =>
        [name, Figure(figures.Precision), Figure(figures.Recall), Figure(figures.F1)];

    private static string Figure(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}
