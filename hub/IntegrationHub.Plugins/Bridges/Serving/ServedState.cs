using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Reads the state file of a run as an Airbyte source.</summary>
internal static class ServedState
{
    /// <summary>Reads the states by stream.</summary>
    /// <param name="text">The file's text, or <see langword="null"/> when none is given.</param>
    /// <exception cref="ConnectorException">It is no list of states.</exception>
    internal static Dictionary<string, JObject> Read(string? text)
    {
        var states = new Dictionary<string, JObject>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text) || text.Trim() is "{}" or "null")
        {
            return states;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            foreach (var state in json.RootElement.EnumerateArray())
            {
                var stream = JsonLine.Find(Encoding.UTF8.GetBytes(state.GetRawText()), "stream"u8);
                var name = JsonLine.FindText(JsonLine.Find(stream, "stream_descriptor"u8), "name"u8);
                if (name is not null && KeptState.TextOf(JsonLine.Find(stream, "stream_state"u8)) is { } kept && ConfigText.TryParse(kept) is { } position)
                {
                    states[name] = position;
                }
            }

            return states;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ConnectorException.Configuration(
                "--state", "The state is no list of states.", "Expected [ { \"type\": \"STREAM\", \"stream\": ... } ], as the last run wrote them; leave it out to start over.", e);
        }
    }
}
