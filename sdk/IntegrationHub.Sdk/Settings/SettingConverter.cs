using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Settings;

/// <summary>Turns JSON into the value of a setting, the same in every culture, and refuses what could be read in two ways.</summary>
internal static class SettingConverter
{
    /// <exception cref="FormatException">It is no such value.</exception>
    /// <exception cref="OverflowException">It is beyond what the type holds.</exception>
    internal static object Convert(SettingType kind, Type type, JToken token) => kind switch
    {
        SettingType.Document => token,
        SettingType.List => token is JArray array
            ? array.Select(Text).ToArray()
            : Text(token).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        SettingType.Secret => new Secret(Text(token)),
        SettingType.Integer => ParseInteger(type, Text(token)),
        SettingType.Number => ParseNumber(type, Text(token)),
        SettingType.Boolean => ParseFlag(Text(token)),
        SettingType.Choice => ParseChoice(type, Text(token)),
        SettingType.Duration => ParseDuration(Text(token)),
        SettingType.Time => ParseTime(Text(token)),
        SettingType.Url => ParseUrl(Text(token)),
        _ => Text(token),
    };

    internal static string Expected(SettingType kind, Type type) => kind switch
    {
        SettingType.List => "texts separated by commas",
        SettingType.Integer => "a whole number",
        SettingType.Number => "a number",
        SettingType.Boolean => "true or false",
        SettingType.Choice => $"one of {string.Join(", ", SettingsSchema.OptionsOf(type))}",
        SettingType.Duration => "a length of time, hh:mm:ss",
        SettingType.Time => "a time as 2026-01-31T08:00:00Z",
        SettingType.Url => "an absolute web address",
        _ => "a single value",
    };

    // A JSON reader may have taken a text for a date; it is given back in the form that loses nothing.
    private static string Text(JToken token) => token is JValue { Value: { } value }
        ? value is DateTime or DateTimeOffset
            ? ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)
            : System.Convert.ToString(value, CultureInfo.InvariantCulture)!
        : throw new FormatException("not a single value");

    private static object ParseInteger(Type type, string text) => type == typeof(int)
        ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)
        : (object)long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    // Without NumberStyles.AllowThousands: with it "0,25" would be 25.
    private static object ParseNumber(Type type, string text)
    {
        if (type == typeof(decimal))
        {
            return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw new FormatException("not a finite number");
    }

    private static bool ParseFlag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => true,
        "FALSE" or "NO" or "OFF" or "0" => false,
        _ => throw new FormatException("not yes or no"),
    };

    // By name alone: Enum.TryParse also takes numbers and several names at once.
    private static object ParseChoice(Type type, string text)
    {
        var plain = text.Replace("-", string.Empty, StringComparison.Ordinal).Trim();
        return Enum.GetNames(type).FirstOrDefault(n => string.Equals(n, plain, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse(type, name)
            : throw new FormatException("not a choice");
    }

    // The free form takes "30" and "24:00:00" for days.
    private static TimeSpan ParseDuration(string text) => text.Contains(':', StringComparison.Ordinal)
        ? TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture)
        : throw new FormatException("not hours, minutes and seconds");

    // Anything but year-month-day would be read the American way: 01.02.2026 as the second of January.
    private static DateTimeOffset ParseTime(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : throw new FormatException("not a time");

    // A path such as /etc/hosts is an absolute Uri too.
    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new FormatException("not a web address");
}
