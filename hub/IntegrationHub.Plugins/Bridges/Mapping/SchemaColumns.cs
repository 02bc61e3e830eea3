using System.Text.Json;
using IntegrationHub.Connectors.Lists;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Lists the columns that a stream's JSON schema names: its values by path, in the order of the schema.</summary>
internal static class SchemaColumns
{
    private const int DepthMax = 8;

    internal static List<string> Of(JsonElement schema)
    {
        var columns = new List<string>();
        Walk(schema, string.Empty, 0, columns);
        return columns;
    }

    private static void Walk(JsonElement schema, string path, int depth, List<string> columns)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > DepthMax || columns.Count >= ListLimits.ColumnsMax)
        {
            return;
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", depth + 1, columns);
            }
        }
        else if (schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object)
        {
            Walk(items, path, depth + 1, columns);
        }
        else if (path.Length > 0)
        {
            columns.Add(path);
        }
    }
}
