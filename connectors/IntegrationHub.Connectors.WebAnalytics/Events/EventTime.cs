using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Reads the times that senders write.</summary>
internal static class EventTime
{
    private const long MillisecondsMin = 100_000_000_000;
    private const long SecondsMax = 253_402_300_799;

    /// <summary>Reads an ISO 8601 time, or Unix seconds or milliseconds.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    internal static DateTimeOffset? Read(JToken? token) => (token as JValue)?.Value switch
    {
        string text => Read(text),
        long number => FromUnix(number),
        decimal number when Math.Abs(number) < SecondsMax * 1000m => FromUnix((long)number),
        _ => null,
    };

    internal static DateTimeOffset? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? FromUnix(number)
        : DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : null;

    private static DateTimeOffset? FromUnix(long number) => number switch
    {
        < 0 or > SecondsMax * 1000 => null,
        >= MillisecondsMin => DateTimeOffset.FromUnixTimeMilliseconds(number),
        _ => DateTimeOffset.FromUnixTimeSeconds(number),
    };
}
