using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Shows why two records are, or are not, one customer: as a document, or as a waterfall.</summary>
internal sealed class PairView(RecordPairExplanation pair, NamedApartReason? reason)
{
    public object Document()
    {
        var e = pair.Explanation;
        var total = e.PriorBits;
        return new
        {
            recordA = pair.RecordA.ToString(),
            recordB = pair.RecordB.ToString(),
            sameCustomer = pair.AreTogether,
            outcome = e.Outcome,
            probability = e.Probability,
            bits = e.Bits,
            rivals = new { strangers = e.StrangerBits, household = e.HouseholdBits },
            priorBits = e.PriorBits,
            thresholdBits = e.ThresholdBits,
            comparisons = e.Comparisons.Select(c => new
            {
                c.Field,
                c.Level,
                c.ValueA,
                c.ValueB,
                c.Bits,
                total = total += c.Bits,
                c.Why,
            }).ToList(),
            sharedKeys = e.SharedKeys,
            walls = e.Walls,
            decision = e.Decision is { } d ? new { same = d.IsSame, d.By, d.At, d.Why } : null,
            whyApart = reason is null ? null : ApartText.Document(reason),
            summary = e.Summary,
        };
    }

    public void Write(Page page)
    {
        var e = pair.Explanation;
        page.Line(e.Summary);
        page.Line(pair.AreTogether ? "Today both are the same customer." : "Today they are different customers.");
        if (reason is not null)
        {
            page.Line($"Why apart: {ApartText.Of(reason)}");
        }

        page.Line();
        WriteWaterfall(page);
        page.Line($"Against two strangers {BitsText.Of(e.StrangerBits)}, against two people of one household {BitsText.Of(e.HouseholdBits)}, against both {BitsText.Of(e.Bits)}.");
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

    private void WriteWaterfall(Page page)
    {
        var e = pair.Explanation;
        var totals = new List<double> { e.PriorBits };
        foreach (var step in e.Comparisons)
        {
            totals.Add(totals[^1] + step.Bits);
        }

        var bar = new WaterfallBar(
            Math.Min(totals.Min(), Math.Min(0, e.ThresholdBits)), Math.Max(totals.Max(), Math.Max(0, e.ThresholdBits)), e.ThresholdBits, page.IsTerminal);
        var prior = BitsText.Of(e.PriorBits);
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "(before anything is compared)", string.Empty, string.Empty, string.Empty, prior, prior, bar.Of(0, e.PriorBits), string.Empty },
        };
        rows.AddRange(e.Comparisons.Select((c, i) => (IReadOnlyList<string>)[
            c.Field, c.ValueA, c.ValueB, c.Level, BitsText.Of(c.Bits), BitsText.Of(totals[i + 1]), bar.Of(totals[i], totals[i + 1]), c.Why]));
        var sum = BitsText.Of(e.Bits);
        rows.Add(["sum", string.Empty, string.Empty, string.Empty, sum, sum, bar.Of(e.ThresholdBits, e.Bits), $"links from {BitsText.Of(e.ThresholdBits)}"]);
        page.Table(["FIELD", "FIRST", "SECOND", "LEVEL", "BITS", "TOTAL", "BAR", "WHY"], rows);
    }
}
