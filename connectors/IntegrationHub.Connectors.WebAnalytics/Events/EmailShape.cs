namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Tells a user id that is an e-mail address. The hub's gate judges addresses; this only looks for the shape.</summary>
internal static class EmailShape
{
    internal static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.Contains(' ', StringComparison.Ordinal);
    }
}
