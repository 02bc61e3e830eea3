namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Which visits to ask for.</summary>
/// <param name="Since">Visits whose last action was then or later; <see langword="null"/> for all.</param>
/// <param name="Segment">A Matomo segment; <see langword="null"/> for all.</param>
/// <param name="WithActions">Whether the pages, events and orders of each visit are wanted.</param>
internal sealed record VisitQuery(DateTimeOffset? Since, string? Segment, bool WithActions)
{
    internal const string Identified = "userId!=";

    internal const string Ordered = "visitEcommerceStatus==ordered,visitEcommerceStatus==orderedThenAbandonedCart";

    // Comma and semicolon are operators of a segment, so the value is encoded before the form encodes it once more.
    internal static string Of(string userId) => "userId==" + Uri.EscapeDataString(userId);
}
