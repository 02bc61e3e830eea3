using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Proposal;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>Takes the first values of each column.</summary>
internal static class CsvSample
{
    internal static List<ColumnSample> Columns(byte[] head, CsvLayout layout)
    {
        var samples = layout.Columns.Select(name => new ColumnSample(name)).ToList();
        using var source = new Utf8Source(new MemoryStream(head));
        source.Skip(layout.FirstRow.Bytes);
        using var rows = new CsvRows(source, layout.Delimiter, samples.Count, layout.FirstRow);
        var row = new CsvRow();
        for (var seen = 0; seen < ListLimits.SampleRowsMax && rows.Read();)
        {
            // A row that touches the end of the head may be cut off.
            var isWhole = head.Length < ListLimits.HeadBytesMax || rows.Position.Bytes < head.Length;
            row.Parser = rows.Row;
            if (rows.Problem is null && isWhole && !row.IsBlank())
            {
                Take(rows, samples);
                seen++;
            }
        }

        return samples;
    }

    private static void Take(CsvRows rows, List<ColumnSample> samples)
    {
        for (var i = 0; i < samples.Count; i++)
        {
            samples[i].Take(rows.Row.GetString(i));
        }
    }
}
