using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Shows a pair before and after a supposed change, side by side.</summary>
internal sealed class WhatIfView(WhatIf whatIf)
{
    public object Document() => new
    {
        recordA = whatIf.RecordA.ToString(),
        recordB = whatIf.RecordB.ToString(),
        before = Document(whatIf.Before),
        after = Document(whatIf.After),
        changed = Changed().Select(c => new { field = c.Field, before = Document(c.Before), after = Document(c.After) }).ToList(),
    };

    public void Write(Page page)
    {
        var (before, after) = (whatIf.Before, whatIf.After);
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "(before anything is compared)", BitsText.Of(before.PriorBits), BitsText.Of(after.PriorBits), Change(before.PriorBits, after.PriorBits) },
        };
        rows.AddRange(Changed().Select(c => (IReadOnlyList<string>)[c.Field, Text(c.Before), Text(c.After), Change(c.Before?.Bits ?? 0, c.After?.Bits ?? 0)]));
        rows.Add(["sum", BitsText.Of(before.Bits), BitsText.Of(after.Bits), Change(before.Bits, after.Bits)]);
        rows.Add(["links from", BitsText.Of(before.ThresholdBits), BitsText.Of(after.ThresholdBits), Change(before.ThresholdBits, after.ThresholdBits)]);
        rows.Add(["probability", Share(before), Share(after), string.Empty]);
        rows.Add(["outcome", Name(before.Outcome), Name(after.Outcome), before.Outcome == after.Outcome ? string.Empty : "changes"]);
        page.Line($"Before: {before.Summary}");
        page.Line($"After:  {after.Summary}");
        page.Line();
        page.Table(["CHANGED STEP", "BEFORE", "AFTER", "CHANGE"], rows);
        page.Line("The pair alone was looked at, and nothing was written.");
    }

    /// <summary>Pairs the steps of both sides by field, those of one field in their order, and keeps what differs.</summary>
    private IEnumerable<(string Field, FieldComparison? Before, FieldComparison? After)> Changed()
    {
        var before = Numbered(whatIf.Before);
        var after = Numbered(whatIf.After);
        return before.Keys.Union(after.Keys)
            .Select(key => (key.Field, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(c => c.Item2 != c.Item3);
    }

    private static Dictionary<(string Field, int Number), FieldComparison> Numbered(PairExplanation side) => side.Comparisons
        .GroupBy(c => c.Field, StringComparer.Ordinal)
        .SelectMany(g => g.Select((c, i) => (Key: (g.Key, i), Step: c)))
        .ToDictionary(s => s.Key, s => s.Step);

    private static object Document(PairExplanation side) => new
    {
        outcome = side.Outcome,
        probability = side.Probability,
        bits = side.Bits,
        rivals = new { strangers = side.StrangerBits, household = side.HouseholdBits },
        priorBits = side.PriorBits,
        thresholdBits = side.ThresholdBits,
        sharedKeys = side.SharedKeys,
        walls = side.Walls,
        summary = side.Summary,
    };

    private static object? Document(FieldComparison? step) =>
        step is null ? null : new { step.Level, step.ValueA, step.ValueB, step.Bits, step.Why };

    private static string Text(FieldComparison? step) => step is null ? "-" : $"{step.Level} {BitsText.Of(step.Bits)}";

    private static string Change(double before, double after) => before == after ? string.Empty : BitsText.Of(after - before);

    private static string Share(PairExplanation side) => side.Probability.ToString("P2", CultureInfo.InvariantCulture);

    private static string Name(MatchOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
