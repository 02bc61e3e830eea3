using System.Text.Json;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>One JSON object seen through paths such as <c>address.city</c>; an array on the way gives several values.</summary>
internal sealed class JsonRow : Row
{
    private readonly string[][] _paths;
    private readonly string[] _columns;
    private readonly List<(string? Text, FieldKind Kind)>[] _values;

    internal JsonRow(IReadOnlyList<string> columns)
    {
        _columns = [.. columns];
        _paths = [.. columns.Select(c => c.Split('.'))];
        _values = [.. columns.Select(_ => new List<(string?, FieldKind)>(1))];
    }

    internal void Load(JsonElement record)
    {
        for (var i = 0; i < _paths.Length; i++)
        {
            _values[i].Clear();

            // A name with a dot in it wins over a path.
            if (_paths[i].Length > 1 && record.TryGetProperty(_columns[i], out var dotted))
            {
                Collect(dotted, [], 0, _values[i]);
            }
            else
            {
                Collect(record, _paths[i], 0, _values[i]);
            }
        }
    }

    internal override int CountOf(int column) => _values[column].Count;

    internal override string? ValueOf(int column, int index) => _values[column][index].Text;

    internal override FieldKind KindOf(int column, int index) => _values[column][index].Kind;

    internal override bool IsBlank() => false;

    private static void Collect(JsonElement element, string[] path, int depth, List<(string? Text, FieldKind Kind)> values)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (values.Count < ListLimits.ValuesPerColumnMax)
                {
                    CollectItem(item, path, depth, values);
                }
            }

            return;
        }

        if (depth < path.Length)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(path[depth], out var child))
            {
                Collect(child, path, depth + 1, values);
            }

            return;
        }

        Add(element, values);
    }

    // An item without the value keeps its place, so that the parts of the second address stay together.
    private static void CollectItem(JsonElement item, string[] path, int depth, List<(string? Text, FieldKind Kind)> values)
    {
        var before = values.Count;
        Collect(item, path, depth, values);
        if (values.Count == before)
        {
            values.Add((null, FieldKind.Text));
        }
    }

    private static void Add(JsonElement element, List<(string? Text, FieldKind Kind)> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                values.Add((element.GetString(), FieldKind.Text));
                break;
            case JsonValueKind.Number:
                values.Add((element.GetRawText(), FieldKind.Number));
                break;
            case JsonValueKind.True:
                values.Add(("true", FieldKind.Boolean));
                break;
            case JsonValueKind.False:
                values.Add(("false", FieldKind.Boolean));
                break;
        }
    }
}
