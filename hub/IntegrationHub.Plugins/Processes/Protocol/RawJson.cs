using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>JSON that is kept as the text it came as, and parsed without a change of its values.</summary>
internal static class RawJson
{
    public const int DepthMax = 64;

    private static readonly JsonSerializerSettings Verbatim = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = DepthMax,
    };

    // For numbers that no decimal holds, such as 1e300.
    private static readonly JsonSerializerSettings WithDoubles = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Double,
        MaxDepth = DepthMax,
    };

    /// <summary>Parses a text.</summary>
    /// <returns>The value, or <see langword="null"/> when it is not JSON or nested too deep.</returns>
    public static JToken? TryParse(string text) => TryParse(text, Verbatim) ?? TryParse(text, WithDoubles);

    /// <summary>Gives a value that a connector can look into, in place of one that is only a text.</summary>
    /// <exception cref="JsonReaderException">The text is not JSON.</exception>
    public static JToken? Parsed(JToken? token) => token is JRaw raw
        ? TryParse((string)raw.Value!) ?? throw new JsonReaderException("A state is not JSON, or nested too deep.")
        : token;

    private static JToken? TryParse(string text, JsonSerializerSettings settings)
    {
        try
        {
            return JsonConvert.DeserializeObject<JToken>(text, settings) ?? JValue.CreateNull();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
