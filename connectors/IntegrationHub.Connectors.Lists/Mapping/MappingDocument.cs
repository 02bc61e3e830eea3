using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>A mapping as written: which columns make the key, what each column feeds, which rows to keep.</summary>
internal sealed class MappingDocument
{
    /// <summary>Gets the columns that make the key, in order; none for a key made from the contents.</summary>
    internal List<string> Key { get; } = [];

    /// <summary>Gets each column with what it feeds, in the order written.</summary>
    internal List<(string Column, MappingTarget Target)> Columns { get; } = [];

    /// <summary>Gets the columns that decide whether a row is read, each with the values that let it pass.</summary>
    internal List<(string Column, HashSet<string> Values)> Filters { get; } = [];

    /// <summary>Gets the values that mean nothing.</summary>
    internal HashSet<string> Blank { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the columns that say what kind of number another column holds, by that column.</summary>
    internal Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets what is written before the values of a column and is no part of them.</summary>
    internal Dictionary<string, string> Strip { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes the document in the form it is read in.</summary>
    internal JObject ToJson()
    {
        var columns = new JObject();
        foreach (var (column, target) in Columns)
        {
            JToken written = target.Group == 0
                ? target.Field
                : new JObject { ["field"] = target.Field, ["group"] = target.Group };
            columns[column] = columns[column] is { } first ? new JArray(first, written) : written;
        }

        var json = new JObject();
        if (Key.Count > 0)
        {
            json["key"] = Key.Count == 1 ? Key[0] : new JArray(Key);
        }

        json["columns"] = columns;
        WriteRest(json);
        return json;
    }

    // What is always written comes first, so that documents without the rest look as they always did.
    private void WriteRest(JObject json)
    {
        if (Filters.Count > 0)
        {
            json["filter"] = new JObject(Filters.Select(f => new JProperty(f.Column, new JArray(f.Values))));
        }

        if (Blank.Count > 0)
        {
            json["blank"] = new JArray(Blank);
        }

        if (Labels.Count > 0)
        {
            json["labels"] = JObject.FromObject(Labels);
        }

        if (Strip.Count > 0)
        {
            json["strip"] = JObject.FromObject(Strip);
        }
    }
}
