using System.Text.Json;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Proposal;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Takes the first values of each path.</summary>
internal static class JsonSample
{
    internal static List<string> Lines(byte[] head)
    {
        var lines = System.Text.Encoding.UTF8.GetString(head).Split('\n');

        // The last line may be cut off.
        var whole = head.Length < ListLimits.HeadBytesMax ? lines.Length : lines.Length - 1;
        return [.. lines.Take(whole).Where(static l => !string.IsNullOrWhiteSpace(l)).Take(ListLimits.SampleRowsMax)];
    }

    /// <summary>Takes the first items of an array; the last one may be cut off.</summary>
    internal static List<string> Items(byte[] head)
    {
        using var source = new Utf8Source(new MemoryStream(head, writable: false), head.Length);
        var items = new JsonItems(source, isAtStart: true);
        var found = new List<string>();
        while (found.Count < ListLimits.SampleRowsMax && items.Read(out var item) is JsonItemKind.Item)
        {
            found.Add(System.Text.Encoding.UTF8.GetString(item.Span));
        }

        return found;
    }

    internal static List<ColumnSample> Columns(List<string> lines, IReadOnlyList<string> paths)
    {
        var samples = paths.Select(path => new ColumnSample(path)).ToList();
        var row = new JsonRow(paths);
        foreach (var line in lines)
        {
            if (!TryLoad(row, line))
            {
                continue;
            }

            for (var i = 0; i < samples.Count; i++)
            {
                samples[i].Take(row.CountOf(i) > 0 ? row.ValueOf(i, 0) : null);
            }
        }

        return samples;
    }

    // A line that cannot be read is set aside later, with its number; the sample does without it.
    private static bool TryLoad(JsonRow row, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                row.Load(json.RootElement);
                return true;
            }

            return false;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
