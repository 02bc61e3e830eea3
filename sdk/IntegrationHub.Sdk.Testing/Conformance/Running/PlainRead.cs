namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>A full read of everything in a healthy world.</summary>
/// <param name="Streams">What the connector offers.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Read">What was said.</param>
/// <param name="Requests">How many requests that took; zero where the world does not count.</param>
internal sealed record PlainRead(IReadOnlyList<StreamDescription> Streams, ReadRequest Request, MessageCollector Read, int Requests)
{
    private const int ShownMax = 300;

    /// <summary>Says what differs between two sets of messages, whatever their order; <see langword="null"/> when nothing does.</summary>
    internal static string? DifferenceOfSets(IEnumerable<string> first, IEnumerable<string> second) =>
        Difference([.. first.Order(StringComparer.Ordinal)], [.. second.Order(StringComparer.Ordinal)]);

    /// <summary>Says what differs between two sequences of messages; <see langword="null"/> when nothing does.</summary>
    internal static List<string> TextsOf(MessageCollector read) => [.. read.All.Select(MessageText.Of)];

    internal static string? Difference(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        for (var i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            if (!string.Equals(first[i], second[i], StringComparison.Ordinal))
            {
                return FormattableString.Invariant($"message {i + 1} was {Short(first[i])} and then {Short(second[i])}");
            }
        }

        return first.Count == second.Count ? null : FormattableString.Invariant($"{first.Count} messages and then {second.Count}");
    }

    private static string Short(string text) => text.Length <= ShownMax ? text : text[..ShownMax] + "...";
}
