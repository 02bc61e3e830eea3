namespace IntegrationHub.Core.Records;

/// <summary>Something that happened between a person and the business, as stored.</summary>
/// <param name="Stream">The stream it came in.</param>
/// <param name="Key">The source's own key.</param>
/// <param name="Type">What it is: <c>order</c>, <c>visit</c>, <c>mail</c>.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="PersonStream">The stream of the person record it names, in the same source.</param>
/// <param name="PersonKey">The key of the person record it names; <see langword="null"/> when nobody is named.</param>
/// <param name="Body">Everything else as JSON: title, channel, direction, amount, currency, lines, details.</param>
public sealed record Interaction(
    string Stream, string Key, string Type, DateTimeOffset OccurredAt, string? PersonStream, string? PersonKey, string Body);
