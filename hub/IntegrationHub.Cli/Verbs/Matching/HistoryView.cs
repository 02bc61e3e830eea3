using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Shows how a customer came about, as a document or for people.</summary>
internal sealed class HistoryView(CustomerHistory history)
{
    public object Document() => new
    {
        customer = history.Id,
        settled = history.IsSettled,
        floorBits = history.FloorBits,
        records = history.Records.Select(r => r.ToString()),
        merges = history.Steps.Select(s => new
        {
            recordA = s.RecordA.ToString(),
            recordB = s.RecordB.ToString(),
            bits = s.Step.Bits,
            decided = s.Step.IsDecided,
            sizeA = s.Step.GroupA.Count,
            sizeB = s.Step.GroupB.Count,
            meanBits = s.Step.MeanBits,
        }),
    };

    public void Write(Page page)
    {
        page.Line($"Customer {history.Id:D}, {history.Records.Count} record(s), {history.Steps.Count} merge(s):");
        if (history.Steps.Count == 0)
        {
            page.Line($"{history.Records[0]} stands alone.");
        }
        else
        {
            page.Table(
                ["STEP", "FIRST", "OF", "SECOND", "OF", "BITS", "MEAN", "BY"],
                [.. history.Steps.Select((s, i) => (IReadOnlyList<string>)[
                    Text(i + 1), s.RecordA.ToString(), Text(s.Step.GroupA.Count), s.RecordB.ToString(), Text(s.Step.GroupB.Count), BitsText.Of(s.Step.Bits),
                    s.Step.MeanBits is { } mean ? BitsText.Of(mean) : "walled", s.Step.IsDecided ? "a person's always" : "score"])]);
            page.Line($"OF is the size of the group that the record was in. Groups merge by score when MEAN is above {BitsText.Of(history.FloorBits)}.");
        }

        if (!history.IsSettled)
        {
            page.Line("Changes wait for their resolution: these merges lead to the customer as it will be then.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
