using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Reads the points in time that lists write; a time without an offset counts as UTC.</summary>
internal sealed class DateReader
{
    private static readonly string[] Compact =
    [
        "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmsszzz", "yyyyMMdd'T'HHmmss", "yyyyMMddHHmmss", "yyyyMMddHHmmss'Z'", "yyyyMMdd",
    ];

    private readonly CultureInfo _culture;

    internal DateReader(string region)
    {
        _culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (!region.Equals("US", StringComparison.OrdinalIgnoreCase))
        {
            _culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        }
    }

    /// <summary>Reads a time.</summary>
    /// <returns>The time, or <see langword="null"/> when it cannot be understood.</returns>
    internal DateTimeOffset? Read(string value)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (DateTimeOffset.TryParseExact(value, Compact, CultureInfo.InvariantCulture, Styles, out var time))
        {
            return time;
        }

        if (value.Length is 10 or 13 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return value.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(unix) : DateTimeOffset.FromUnixTimeMilliseconds(unix);
        }

        // A bare number is no date, though the parser would make one of it.
        return value.AsSpan().IndexOfAny("-/. ") >= 0 && DateTimeOffset.TryParse(value, _culture, Styles, out time) ? time : null;
    }
}
