using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Messages;

/// <summary>Something that happened between a person and the business: a visit, an order, a mail, a call.</summary>
/// <remarks>It attaches to the person record it names, in the same source, and follows it through merges.
/// The person record may arrive later. Not thread-safe.</remarks>
public sealed class InteractionRecord : Message
{
    /// <summary>Creates an interaction.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="key">The source's own id for it, stable over time, 1 to 512 characters.</param>
    /// <param name="type">What it is, lower case: <c>order</c>, <c>visit</c>, <c>mail</c>, <c>call</c>, <c>refund</c>.</param>
    /// <param name="occurredAt">When it happened.</param>
    public InteractionRecord(string stream, string key, string type, DateTimeOffset occurredAt)
        : base(stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(type);
        Key = key;
        Type = type;
        OccurredAt = occurredAt;
    }

    /// <summary>Gets the source's own id for the interaction.</summary>
    public string Key { get; }

    /// <summary>Gets what it is.</summary>
    public string Type { get; }

    /// <summary>Gets when it happened.</summary>
    public DateTimeOffset OccurredAt { get; }

    /// <summary>Gets or sets the stream of the person record it belongs to.</summary>
    public string? PersonStream { get; set; }

    /// <summary>Gets or sets the key of the person record it belongs to; <see langword="null"/> when nobody is named.</summary>
    public string? PersonKey { get; set; }

    /// <summary>Gets or sets a line for the timeline, such as a mail's subject.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets where it happened: <c>online</c>, <c>store</c>, <c>email</c>, <c>phone</c>, <c>web</c>.</summary>
    public string? Channel { get; set; }

    /// <summary>Gets or sets the direction: <c>in</c> when the person acted, <c>out</c> when the business did.</summary>
    public string? Direction { get; set; }

    /// <summary>Gets or sets the total in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Gets or sets the ISO 4217 currency code.</summary>
    public string? Currency { get; set; }

    /// <summary>Gets the lines of an order.</summary>
    public IList<InteractionLine> Lines { get; } = [];

    /// <summary>Gets anything else worth keeping. Payment cards appear as brand and last four digits only.</summary>
    public JObject Details { get; } = [];
}
