using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Client;

/// <summary>One customer: the golden record and what was asked for beside it. Immutable.</summary>
public sealed record Customer
{
    /// <summary>Gets the customer's id. It differs from the one asked for when that customer was merged into this one.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets how many source records the customer is made of.</summary>
    public required int Records { get; init; }

    /// <summary>Gets a number that grows with every change.</summary>
    public required long Version { get; init; }

    /// <summary>Gets when the customer last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Gets the values by canonical name. E-mails, phones, urls, identifiers and addresses are arrays, best first; an address is
    /// an object; everything else is a text, a number or a yes or no.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }

    /// <summary>Gets where each value comes from, survivors first; <see langword="null"/> unless asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ValueLineage>>? Lineage { get; init; }

    /// <summary>Gets what holds for each channel and purpose; <see langword="null"/> unless asked for.</summary>
    public IReadOnlyList<CustomerConsent>? Consents { get; init; }

    /// <summary>Gets the newest interactions; <see langword="null"/> unless asked for.</summary>
    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }

    /// <summary>Gets the tag of this answer, for <see cref="HubClient.GetCustomerIfChangedAsync"/>; <see langword="null"/> for a
    /// customer out of a look-up.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Gives a value as text: the best one of several.</summary>
    /// <param name="field">A canonical name, such as <c>name.given</c> or <c>email</c>.</param>
    /// <returns>The value, numbers and yes or no in JSON's words; <see langword="null"/> when there is none or it is an object.</returns>
    public string? Text(string field) => Texts(field) is [var best, ..] ? best : null;

    /// <summary>Gives every value of a field as text, best first.</summary>
    /// <param name="field">A canonical name, such as <c>phone</c>.</param>
    /// <returns>The values; objects are left out.</returns>
    public IReadOnlyList<string> Texts(string field) => !Values.TryGetValue(field, out var value)
        ? []
        : [.. (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1)).Select(TextOf).OfType<string>()];

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
