using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Reads senders' JSON with limits, and the loose values in it.</summary>
internal static class EventJson
{
    /// <summary>Parses a body.</summary>
    /// <exception cref="RefusedException">It is no JSON, or nested too deep.</exception>
    internal static JToken Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(utf8.Span)))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = EventLimits.JsonDepthMax,
            };
            return JToken.ReadFrom(reader);
        }
        catch (JsonException e)
        {
            throw RefusedException.Bad("The body is no JSON, or nested too deep.", e);
        }
    }

    /// <summary>Gives a text or number as text; <see langword="null"/> for anything else and for blanks.</summary>
    internal static string? Text(JToken? token)
    {
        var text = (token as JValue)?.Value switch
        {
            string value => value.Trim(),
            long or decimal or System.Numerics.BigInteger => Convert.ToString(((JValue)token!).Value, CultureInfo.InvariantCulture),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    internal static string? Text(JObject from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(from[name]) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    internal static decimal? Number(JToken? token) =>
        Text(token) is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static decimal? Number(JObject from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Number(from[name]) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    internal static JObject Object(JToken? token) => token as JObject ?? [];

    /// <summary>Cuts a text for people to read.</summary>
    internal static string? Short(string? text) => text?.Length > EventLimits.TextCharsMax ? text[..EventLimits.TextCharsMax] : text;

    /// <summary>Makes an id of contents, for senders that give none.</summary>
    internal static string Digest(string contents) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contents)).AsSpan(0, 16));
}
