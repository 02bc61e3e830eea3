using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match explain RECORD RECORD</c>.</summary>
internal sealed class MatchExplainVerb : Verb
{
    private readonly Argument<string> _first = RecordArgument.New("RECORD1");
    private readonly Argument<string> _second = RecordArgument.New("RECORD2");

    public MatchExplainVerb()
        : base(
            "explain",
            "Explain why two records are, or are not, the same customer: every comparison with its weight.",
            "hub match explain crm/people/17 shop/customers/C9",
            "hub match explain crm/people/17 shop/customers/C9 --json")
    {
        Add(_first);
        Add(_second);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var first = await call.Hub.Matching.FindRecordAsync(call.Value(_first), call.CancellationToken);
        var second = await call.Hub.Matching.FindRecordAsync(call.Value(_second), call.CancellationToken);
        var pair = await call.Hub.Matching.ExplainAsync(first, second, call.CancellationToken);
        call.Print(ViewOf(pair), page => Write(page, pair));
        return ExitCode.Done;
    }

    private static object ViewOf(RecordPairExplanation pair)
    {
        var e = pair.Explanation;
        return new
        {
            recordA = pair.RecordA.ToString(),
            recordB = pair.RecordB.ToString(),
            sameCustomer = pair.AreTogether,
            outcome = e.Outcome,
            probability = e.Probability,
            bits = e.Bits,
            priorBits = e.PriorBits,
            thresholdBits = e.ThresholdBits,
            comparisons = e.Comparisons,
            sharedKeys = e.SharedKeys,
            walls = e.Walls,
            decision = e.Decision is { } d ? new { same = d.IsSame, d.By, d.At, d.Why } : null,
            summary = e.Summary,
        };
    }

    private static void Write(Page page, RecordPairExplanation pair)
    {
        var e = pair.Explanation;
        page.Line(e.Summary);
        page.Line(pair.AreTogether ? "Today both are the same customer." : "Today they are different customers.");
        page.Line();
        var rows = new List<IReadOnlyList<string>> { new[] { "(before anything is compared)", string.Empty, string.Empty, string.Empty, Bits(e.PriorBits), string.Empty } };
        rows.AddRange(e.Comparisons.Select(c => (IReadOnlyList<string>)[c.Field, c.ValueA, c.ValueB, c.Level, Bits(c.Bits), c.Why]));
        rows.Add(["sum", string.Empty, string.Empty, string.Empty, Bits(e.Bits), $"links from {Bits(e.ThresholdBits)}"]);
        page.Table(["FIELD", "FIRST", "SECOND", "LEVEL", "BITS", "WHY"], rows);
        page.Line(string.Create(CultureInfo.InvariantCulture, $"Probability {e.Probability:P2}."));
        page.Line(e.SharedKeys.Count == 0 ? "No key proposes the pair." : $"Proposed by: {string.Join(", ", e.SharedKeys)}.");
        foreach (var wall in e.Walls)
        {
            page.Line($"Forbidden: {wall}");
        }

        if (e.Decision is { } d)
        {
            page.Line($"Decided {(d.IsSame ? "always" : "never")} by {d.By} at {d.At.ToString("u", CultureInfo.InvariantCulture)}{(d.Why is null ? string.Empty : $": {d.Why}")}");
        }
    }

    private static string Bits(double bits) => bits.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
