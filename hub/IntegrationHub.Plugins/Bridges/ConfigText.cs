using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Reads the program's configuration without changing a number or a date in it.</summary>
internal static class ConfigText
{
    internal const string Setting = "config";

    internal static JObject Parse(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > BridgeLimits.ConfigBytesMax)
        {
            throw ConnectorException.Configuration(Setting, $"The configuration is longer than {BridgeLimits.ConfigBytesMax} bytes.", "Keep large files outside and name their paths in it.");
        }

        return TryParse(text)
            ?? throw ConnectorException.Configuration(Setting, "The configuration is not a JSON object.", "Give it with --set-file config=config.json.");
    }

    internal static JObject? TryParse(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = 64,
            };
            var json = JToken.ReadFrom(reader);
            return reader.Read() ? null : json as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
