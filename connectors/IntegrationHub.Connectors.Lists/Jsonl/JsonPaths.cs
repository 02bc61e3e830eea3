using System.Text.Json;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Lists the paths under which JSON objects hold values.</summary>
internal static class JsonPaths
{
    private const int DepthMax = 8;

    internal static List<string> Of(IEnumerable<string> lines)
    {
        var paths = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                Walk(json.RootElement, string.Empty, 0, paths, seen);
            }
            catch (JsonException)
            {
                // The reading sets this line aside and says so; it only adds no path here.
                continue;
            }
        }

        return paths;
    }

    private static void Walk(JsonElement element, string path, int depth, List<string> paths, HashSet<string> seen)
    {
        if (element.ValueKind == JsonValueKind.Object && depth < DepthMax)
        {
            foreach (var property in element.EnumerateObject())
            {
                Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", depth + 1, paths, seen);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Take(ListLimits.ValuesPerColumnMax))
            {
                Walk(item, path, depth + 1, paths, seen);
            }
        }
        else if (path.Length > 0 && paths.Count < ListLimits.ColumnsMax && seen.Add(path))
        {
            paths.Add(path);
        }
    }
}
