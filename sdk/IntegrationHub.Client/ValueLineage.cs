using System.Text.Json;

namespace IntegrationHub.Client;

/// <summary>Where one value comes from and why it won or lost. Immutable.</summary>
public sealed record ValueLineage
{
    /// <summary>Gets the value.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>Gets a value indicating whether it is in the golden record.</summary>
    public required bool Won { get; init; }

    /// <summary>Gets the source's name.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Gets the record's key in that stream.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the run that brought it.</summary>
    public required long Run { get; init; }

    /// <summary>Gets when the source last changed it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the rule that decided.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the further records that say the same, as <c>source/stream/key</c>.</summary>
    public IReadOnlyList<string> AlsoFrom { get; init; } = [];
}
