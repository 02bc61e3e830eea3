using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Reads JSON without changing it: dates stay text, numbers exact.</summary>
internal static class JsonText
{
    private const int DepthMax = 128;

    /// <summary>Reads a document, or gives null when the text is not one.</summary>
    internal static JToken? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = DepthMax,
        };
        var token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("more text after the document") : token;
    }

    internal static void WriteTo(JObject line, string name, JToken? value)
    {
        if (value is not null)
        {
            line[name] = value.DeepClone();
        }
    }

    /// <summary>Makes a copy with every text changed.</summary>
    internal static JToken Map(JToken token, Func<string?, string, string> text, string? name = null) => token switch
    {
        JObject o => new JObject(o.Properties().Select(p => new JProperty(p.Name, Map(p.Value, text, p.Name)))),
        JArray a => new JArray(a.Select(item => Map(item, text, name))),
        JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Float } value => OfKind(
            value, text(name, Convert.ToString(value.Value, CultureInfo.InvariantCulture)!)),
        _ => token.DeepClone(),
    };

    // A number that was replaced by other digits stays a number.
    private static JValue OfKind(JValue before, string mapped) =>
        before.Type == JTokenType.String || mapped == Scrubber.Stars ? new JValue(mapped)
        : before.Type == JTokenType.Integer && long.TryParse(mapped, CultureInfo.InvariantCulture, out var number) ? new JValue(number)
        : new JValue(before);
}
