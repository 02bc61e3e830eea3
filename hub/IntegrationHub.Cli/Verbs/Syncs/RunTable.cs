using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary>Writes the counts of runs, one row a stream.</summary>
internal static class RunTable
{
    private static readonly string[] Columns =
        ["SOURCE", "STREAM", "READ", "NEW", "CHANGED", "UNCHANGED", "QUARANTINED", "DELETED"];

    public static void Write(Page page, IReadOnlyList<RunView> runs)
    {
        var rows = runs
            .SelectMany(r => r.Streams.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => RowOf(r.Source, s.Key, s.Value)))
            .ToList();
        if (rows.Count > 1)
        {
            var total = new StreamCounts();
            foreach (var counts in runs.SelectMany(r => r.Streams.Values))
            {
                total.Add(counts);
            }

            rows.Add(RowOf("total", string.Empty, total));
        }

        if (rows.Count > 0)
        {
            page.Table(Columns, rows);
        }

        foreach (var run in runs.Where(r => r.Error is not null))
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{run.Source}: run {run.Id} {run.Status.ToString().ToLowerInvariant()}: {run.Error}"));
        }
    }

    private static IReadOnlyList<string> RowOf(string source, string stream, StreamCounts counts) =>
    [
        source, stream, Number(counts.Read), Number(counts.New), Number(counts.Changed), Number(counts.Unchanged),
        Number(counts.Quarantined), Number(counts.Deleted),
    ];

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
