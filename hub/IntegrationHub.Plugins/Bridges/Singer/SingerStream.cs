using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>One stream of a tap's catalog.</summary>
internal sealed class SingerStream
{
    /// <summary>Gets the name that its records carry, and that it has in the hub.</summary>
    internal required string Name { get; init; }

    /// <summary>Gets the name that it has in the catalog.</summary>
    internal required string TapStreamId { get; init; }

    internal required JsonElement Schema { get; init; }

    /// <summary>Gets the fields that identify a record, as the catalog says.</summary>
    internal required IReadOnlyList<string> Key { get; init; }

    /// <summary>Gets a value indicating whether the tap goes on from where the last run stopped.</summary>
    internal required bool IsIncremental { get; init; }
}
