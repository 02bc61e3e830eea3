using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden;

/// <summary>One value of a golden record, surviving or lost.</summary>
/// <param name="Text">The value as text; for an address its parts joined by commas.</param>
/// <param name="Kind">What the text stands for.</param>
/// <param name="Parts">An address's parts by name without <c>address.</c>, in canonical order; <see langword="null"/> for anything else.</param>
/// <param name="Lineage">Where it comes from; the best of the records that say so.</param>
/// <param name="AlsoFrom">The other records that say the same, as <c>source/stream/key</c>.</param>
public sealed record GoldenValue(
    string Text, FieldKind Kind, IReadOnlyList<KeyValuePair<string, string>>? Parts, Lineage Lineage, IReadOnlyList<string> AlsoFrom);
