using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>One stream of a source's catalog.</summary>
internal sealed class AirbyteStream
{
    internal required string Name { get; init; }

    internal required string Namespace { get; init; }

    /// <summary>Gets the entry as the source wrote it.</summary>
    internal required JsonElement Entry { get; init; }

    /// <summary>Gets the fields that identify a record, each as the path of its name; none when the source does not say.</summary>
    internal required IReadOnlyList<string> Key { get; init; }

    /// <summary>Gets the field that tells new from old, in the form of the catalog; empty when the source chooses it itself.</summary>
    internal required IReadOnlyList<string> CursorField { get; init; }

    /// <summary>Gets a value indicating whether it is read from where the last run stopped.</summary>
    internal required bool IsIncremental { get; init; }

    /// <summary>Gets the name that the stream has in the hub.</summary>
    internal string HubName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    internal JsonElement Schema => Entry.TryGetProperty("json_schema", out var schema) ? schema : default;
}
