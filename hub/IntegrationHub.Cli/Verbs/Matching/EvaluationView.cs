using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Shows an evaluation, as a document or for people.</summary>
internal sealed class EvaluationView(TruthEvaluation evaluation, string? chart)
{
    public object Document()
    {
        var result = evaluation.Result;
        return new
        {
            records = result.Records,
            missing = evaluation.Missing,
            extra = evaluation.Extra,
            truePairs = result.TruePairs,
            predictedPairs = result.PredictedPairs,
            sharedPairs = result.SharedPairs,
            pairwise = result.Pairwise,
            bCubed = result.BCubed,
            candidatePairs = evaluation.CandidatePairs,
            blockingRecall = evaluation.Curve.BlockingRecall,
            linkProbability = evaluation.LinkProbability,
            thresholds = evaluation.Curve.Table().Select(t => new
            {
                probability = t.Probability,
                pairs = t.Pairs,
                truePairs = t.TruePairs,
                precision = t.Figures.Precision,
                recall = t.Figures.Recall,
                f1 = t.Figures.F1,
            }),
            wronglyJoined = evaluation.Joined.Select(Document),
            missed = evaluation.Missed.Select(Document),
            chart,
        };
    }

    public void Write(Page page)
    {
        var result = evaluation.Result;
        page.Table(
            [string.Empty, "PRECISION", "RECALL", "F1"],
            [RowOf("pairwise", result.Pairwise), RowOf("B-cubed", result.BCubed)]);
        page.Line(Text($"{result.Records:N0} records, {result.TruePairs:N0} true pairs, {result.PredictedPairs:N0} predicted, {result.SharedPairs:N0} of them right."));
        page.Line(Text($"{evaluation.Missing:N0} records of the truth are not in the hub; {evaluation.Extra:N0} of the hub are not in the truth."));
        page.Line(Text($"Keys propose {evaluation.CandidatePairs:N0} candidate pairs and reach {evaluation.Curve.BlockingRecall:P2} of the true ones."));
        page.Line();
        page.Line(Text($"Pair by pair, before clustering (links from {evaluation.LinkProbability:0.###} today):"));
        page.Table(
            ["FROM", "PAIRS", "PRECISION", "RECALL", "F1"],
            [.. evaluation.Curve.Table().Select(t => (IReadOnlyList<string>)[
                Text($"{t.Probability:0.###}"), Text($"{t.Pairs:N0}"), Figure(t.Figures.Precision), Figure(t.Figures.Recall), Figure(t.Figures.F1)])]);
        Write(page, "One customer, but not one entity, the highest score first:", evaluation.Joined);
        Write(page, "One entity, but not one customer, the lowest score first:", evaluation.Missed);
        if (evaluation.Joined.Count + evaluation.Missed.Count > 0)
        {
            page.Line("Next: hub match explain RECORD1 RECORD2");
        }

        if (chart is not null)
        {
            page.Line($"Drew {chart}.");
        }
    }

    private static void Write(Page page, string title, IReadOnlyList<WrongPair> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        page.Line();
        page.Line(title);
        page.Table(
            ["RECORD1", "RECORD2", "BITS", "PROBABILITY", "NOTE"],
            [.. pairs.Select(p => (IReadOnlyList<string>)[
                p.RecordA.ToString(), p.RecordB.ToString(), Text($"{p.Bits:+0.00;-0.00;0.00}"), Text($"{p.Probability:0.0000}"), p.IsForbidden ? "forbidden" : string.Empty])]);
    }

    private static object Document(WrongPair pair) => new
    {
        recordA = pair.RecordA.ToString(),
        recordB = pair.RecordB.ToString(),
        bits = pair.Bits,
        probability = pair.Probability,
        isForbidden = pair.IsForbidden,
    };

    private static IReadOnlyList<string> RowOf(string name, EvaluationFigures figures) =>
        [name, Figure(figures.Precision), Figure(figures.Recall), Figure(figures.F1)];

    private static string Figure(double figure) => Text($"{figure:0.0000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
