using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Reads the <c>mapping</c> setting and refuses, by name, what it does not understand.</summary>
internal static class MappingReader
{
    private const string Setting = "mapping";
    private const string Shape = "Expected { \"key\": \"id\", \"columns\": { \"first_name\": \"name.given\" } }.";

    /// <summary>Reads the setting.</summary>
    /// <param name="token">An object, a text that holds one, or the path of a file that holds one; null when not set.</param>
    /// <param name="baseDirectory">Where relative paths start.</param>
    /// <returns>The document, or <see langword="null"/> when none is set.</returns>
    internal static MappingDocument? Read(JToken? token, string baseDirectory) => token switch
    {
        null or { Type: JTokenType.Null } => null,
        JObject document => Parse(document),
        { Type: JTokenType.String } => ReadText(((string)token!).Trim(), baseDirectory),
        _ => throw Wrong("The mapping is neither a JSON object nor a path.", Shape),
    };

    private static MappingDocument? ReadText(string text, string baseDirectory)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return text[0] == '{' ? Parse(ParseJson(text, "the setting")) : Parse(ReadFile(text, baseDirectory));
    }

    private static JObject ReadFile(string path, string baseDirectory)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path, Path.GetFullPath(baseDirectory)));
            if (!file.Exists)
            {
                throw Wrong($"Mapping file '{path}' does not exist; looked for '{file.FullName}'.", "Give the path of a mapping document, or the document itself.");
            }

            return file.Length <= ListLimits.MappingBytesMax
                ? ParseJson(File.ReadAllText(file.FullName), $"'{path}'")
                : throw Wrong($"Mapping file '{path}' is longer than {ListLimits.MappingBytesMax} bytes.", "A mapping names columns and fields only; check the path.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ConnectorException.Configuration(Setting, $"Mapping file '{path}' cannot be read.", "Check that the hub's user may read it.", e);
        }
    }

    private static JObject ParseJson(string text, string where)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
            var load = new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
            return JObject.Load(reader, load);
        }
        catch (JsonException e)
        {
            throw ConnectorException.Configuration(Setting, $"The mapping in {where} is not a JSON object, or names a column twice.", Shape, e);
        }
    }

    private static MappingDocument Parse(JObject json)
    {
        var document = new MappingDocument();
        foreach (var property in json.Properties())
        {
            switch (property.Name)
            {
                case "key":
                    ParseKey(property.Value, document);
                    break;
                case "columns":
                    ParseColumns(property.Value, document);
                    break;
                case "filter":
                    ParseFilters(property.Value, document);
                    break;
                case "blank":
                    ParseBlank(property.Value, document);
                    break;
                case "labels":
                    ParsePairs("labels", property.Value, document.Labels, "{ \"labels\": { \"Phone\": \"Phone label\" } }");
                    break;
                case "strip":
                    ParsePairs("strip", property.Value, document.Strip, "{ \"strip\": { \"phone\": \"p:\" } }");
                    break;
                default:
                    throw Wrong($"The mapping has no part '{property.Name}'.", "It may have 'key', 'columns', 'filter', 'blank', 'labels' and 'strip'.");
            }
        }

        return document.Columns.Count > 0 ? document : throw Wrong("The mapping names no columns.", Shape);
    }

    private static void ParseKey(JToken value, MappingDocument document)
    {
        var parts = value is JArray array ? array : value.Type == JTokenType.Null ? [] : new JArray(value);
        foreach (var part in parts)
        {
            document.Key.Add(Text(part) is { Length: > 0 } name
                ? name
                : throw Wrong("'key' of the mapping is not a column's name.", "Give one name, or a list of names that make the key together."));
        }
    }

    private static void ParseColumns(JToken value, MappingDocument document)
    {
        if (value is not JObject columns)
        {
            throw Wrong("'columns' of the mapping is not an object.", Shape);
        }

        foreach (var property in columns.Properties())
        {
            foreach (var target in property.Value is JArray several ? [.. several] : new[] { property.Value })
            {
                if (target.Type != JTokenType.Null)
                {
                    document.Columns.Add((property.Name, ParseTarget(property.Name, target)));
                }
            }
        }
    }

    private static MappingTarget ParseTarget(string column, JToken token)
    {
        if (token is not JObject json)
        {
            return TargetRules.Checked(column, Text(token), 0);
        }

        foreach (var property in json.Properties())
        {
            if (property.Name is not ("field" or "group"))
            {
                throw Wrong($"The target of column '{column}' has no part '{property.Name}'.", "It may have 'field' and 'group'.");
            }
        }

        return json["group"] switch
        {
            null => TargetRules.Checked(column, Text(json["field"]), 0),
            { Type: JTokenType.Integer } group when (long)group is >= 0 and < ListLimits.AddressesMax =>
                TargetRules.Checked(column, Text(json["field"]), (int)group),
            _ => throw Wrong($"'group' of column '{column}' is not a number from 0 to {ListLimits.AddressesMax - 1}.", "Give each further address its own number."),
        };
    }

    private static void ParseFilters(JToken value, MappingDocument document)
    {
        if (value is not JObject filters)
        {
            throw Wrong("'filter' of the mapping is not an object.", "Expected { \"filter\": { \"column\": \"value\" } }.");
        }

        foreach (var property in filters.Properties())
        {
            var values = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in property.Value is JArray several ? [.. several] : new[] { property.Value })
            {
                values.Add((Text(item) ?? throw Wrong($"The filter of column '{property.Name}' is not a value or a list of values.", "Expected { \"filter\": { \"column\": [\"a\", \"b\"] } }.")).Trim());
            }

            document.Filters.Add((property.Name, values));
        }
    }

    private static void ParseBlank(JToken value, MappingDocument document)
    {
        foreach (var item in value is JArray several ? [.. several] : new[] { value })
        {
            document.Blank.Add((Text(item) ?? throw Wrong("'blank' of the mapping is not a value or a list of values.", "Expected { \"blank\": [\"N/A\", \"0/0/00\"] }.")).Trim());
        }
    }

    private static void ParsePairs(string part, JToken value, Dictionary<string, string> pairs, string shape)
    {
        if (value is not JObject json)
        {
            throw Wrong($"'{part}' of the mapping is not an object.", $"Expected {shape}.");
        }

        foreach (var property in json.Properties())
        {
            pairs[property.Name] = Text(property.Value) is { Length: > 0 } text
                ? text
                : throw Wrong($"'{part}' of column '{property.Name}' is not a text.", $"Expected {shape}.");
        }
    }

    private static string? Text(JToken? token) => token is JValue { Value: { } value }
        ? value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private static ConnectorException Wrong(string message, string nextStep) => ConnectorException.Configuration(Setting, message, nextStep);
}
