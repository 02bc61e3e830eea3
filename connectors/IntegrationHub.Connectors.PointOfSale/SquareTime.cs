using System.Globalization;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Times as Square writes them (RFC 3339).</summary>
internal static class SquareTime
{
    internal static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // Square keeps milliseconds; cutting off the rest moves the bound back, never forward.
    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
