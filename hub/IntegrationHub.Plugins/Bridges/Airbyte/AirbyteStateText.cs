using System.Text;
using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Writes the state file of a run out of kept states, in the form of the kind that the source wrote last.</summary>
internal static class AirbyteStateText
{
    /// <summary>Writes the file's text.</summary>
    /// <returns>The text, or <see langword="null"/> when there is nothing to go on from and no file should be given.</returns>
    internal static string? Write(ReadGroup group) => group switch
    {
        { Shared: { Kind: StateKind.Legacy, Raw: var raw } } => raw == "null" ? null : raw,
        { Shared: { } shared } => $"[{{\"type\":\"GLOBAL\",\"global\":{Without(shared.Raw, group.StartedOver)}}}]",
        _ => WriteOwn([.. group.Own.Values.Where(s => !IsReset(s.Raw))]),
    };

    private static string? WriteOwn(List<KeptState> states) => states.Count == 0
        ? null
        : $"[{string.Join(',', states.Select(s => $"{{\"type\":\"STREAM\",\"stream\":{s.Raw}}}"))}]";

    // A state without a body says that the stream begins again.
    private static bool IsReset(string raw) => JsonLine.IsNull(JsonLine.Find(Encoding.UTF8.GetBytes(raw), "stream_state"u8));

    /// <summary>Cuts the parts of streams that start over out of a global state; all else stays as written.</summary>
    internal static string Without(string global, IReadOnlyList<string> streams)
    {
        if (streams.Count == 0)
        {
            return global;
        }

        var bytes = Encoding.UTF8.GetBytes(global).AsMemory();
        var parts = new List<string>();
        var reader = new Utf8JsonReader(bytes.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var value = JsonLine.Value(ref reader, bytes);
            var text = name == "stream_states" ? Keep(value, streams) : Encoding.UTF8.GetString(value.Span);
            parts.Add($"{JsonSerializer.Serialize(name)}:{text}");
        }

        return $"{{{string.Join(',', parts)}}}";
    }

    private static string Keep(ReadOnlyMemory<byte> states, IReadOnlyList<string> startedOver)
    {
        var kept = new List<string>();
        using var json = JsonDocument.Parse(states);
        foreach (var state in json.RootElement.EnumerateArray())
        {
            var raw = state.GetRawText();
            if (NameOf(Encoding.UTF8.GetBytes(raw)) is not { } name || !startedOver.Contains(name, StringComparer.Ordinal))
            {
                kept.Add(raw);
            }
        }

        return $"[{string.Join(',', kept)}]";
    }

    /// <summary>Reads which stream a stream's state is of.</summary>
    /// <returns>The name that the stream has in the hub, or <see langword="null"/> when the state names none.</returns>
    internal static string? NameOf(ReadOnlyMemory<byte> state)
    {
        var descriptor = JsonLine.Find(state, "stream_descriptor"u8);
        return JsonLine.FindText(descriptor, "name"u8) is { } name
            ? JsonLine.FindText(descriptor, "namespace"u8) is { Length: > 0 } space ? $"{space}.{name}" : name
            : null;
    }
}
