using System.Text.Json;

namespace IntegrationHub.Client;

/// <summary>One interaction: a visit, an order, a mail, a call. Immutable.</summary>
public sealed record TimelineEntry
{
    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what it is, such as <c>order</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the source that told of it.</summary>
    public required string Source { get; init; }

    /// <summary>Gets its stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Gets its key in that stream.</summary>
    public required string Key { get; init; }

    /// <summary>Gets a line about it.</summary>
    public string? Title { get; init; }

    /// <summary>Gets where it happened, such as <c>store</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets <c>in</c> when the person acted, <c>out</c> when the business did.</summary>
    public string? Direction { get; init; }

    /// <summary>Gets the total in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Gets the ISO 4217 currency code.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the lines of an order.</summary>
    public IReadOnlyList<TimelineLine> Lines { get; init; } = [];

    /// <summary>Gets whatever else the source told.</summary>
    public IReadOnlyDictionary<string, JsonElement> Details { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
