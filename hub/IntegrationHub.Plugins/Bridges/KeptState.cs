using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>A program's state as a checkpoint keeps it: its text, character for character, and for which streams it speaks.</summary>
/// <param name="Kind">What kind of state it is; the program gets it back in the form of that kind.</param>
/// <param name="Raw">The JSON text as the program wrote it.</param>
internal sealed record KeptState(StateKind Kind, string Raw)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets the name of the row of states that this one belongs to, for kinds that speak for several streams; else empty.</summary>
    internal string Line { get; init; } = string.Empty;

    /// <summary>Gets the place in that row.</summary>
    internal long Number { get; init; }

    /// <summary>Gets the streams it may speak for, for kinds that speak for several.</summary>
    internal IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Gets the version of the stream that was active, for taps that replace all records at once.</summary>
    internal long? Version { get; init; }

    /// <summary>Reads the text of a state; null when it is no valid Unicode and so cannot be kept exactly.</summary>
    internal static string? TextOf(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return Strict.GetString(raw.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Reads the state of a checkpoint.</summary>
    /// <returns>The state, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ConnectorException">It is no state of a bridge.</exception>
    internal static KeptState? Read(string stream, JToken? token)
    {
        if (token is null or { Type: JTokenType.Null })
        {
            return null;
        }

        if (token is not JObject json
            || !Enum.TryParse<StateKind>((string?)json["kind"], ignoreCase: true, out var kind)
            || ((string?)json["raw"] ?? Unpack((string?)json["packed"])) is not { } raw)
        {
            throw ConnectorException.Configuration(
                null, $"The state of stream '{stream}' was not written by this bridge.", $"Start it over with: hub state reset NAME --stream {stream}");
        }

        return new KeptState(kind, raw)
        {
            Line = (string?)json["line"] ?? string.Empty,
            Number = (long?)json["number"] ?? 0,
            Version = (long?)json["version"],
            Covers = [.. (json["covers"] as JArray ?? []).Select(c => (string)c!)],
        };
    }

    internal JObject ToToken()
    {
        var json = new JObject { ["kind"] = Kind.ToString().ToLowerInvariant() };
        if (Kind != StateKind.Stream)
        {
            json["line"] = Line;
            json["number"] = Number;
            json["covers"] = new JArray(Covers);
        }

        if (Version is { } version)
        {
            json["version"] = version;
        }

        if (Raw.Length < BridgeLimits.StatePackedFrom)
        {
            json["raw"] = Raw;
        }
        else
        {
            json["packed"] = Pack(Raw);
        }

        return json;
    }

    private static string Pack(string raw)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(raw));
        }

        var text = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
        return text.Length <= BridgeLimits.StateCharsMax
            ? text
            : throw ConnectorException.Defect(
                $"The program's state takes {text.Length} characters even when packed; the hub keeps {BridgeLimits.StateCharsMax}. A state should hold positions, not records.");
    }

    private static string? Unpack(string? text)
    {
        if (text is null)
        {
            return null;
        }

        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        brotli.CopyTo(raw);
        return Encoding.UTF8.GetString(raw.GetBuffer(), 0, (int)raw.Length);
    }
}
