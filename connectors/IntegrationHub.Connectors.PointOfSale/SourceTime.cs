using System.Globalization;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Times as sources write them (RFC 3339); without an offset they are UTC.</summary>
internal static class SourceTime
{
    internal static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    // Sources keep milliseconds or less; cutting off the rest moves the bound back, never forward.
    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
