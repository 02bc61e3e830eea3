using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Reads values as Mailchimp writes them: an empty text where it knows nothing, times as ISO 8601 in UTC.</summary>
internal static class MailchimpJson
{
    internal static string? Text(JToken? json, string name) =>
        (json as JObject)?[name] is JValue { Value: string { Length: > 0 } text } ? text : null;

    internal static DateTimeOffset? Time(JToken? json, string name) => Time(Text(json, name));

    internal static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    internal static JToken WriteOrNull(DateTimeOffset? time) => time is { } known ? new JValue(Write(known)) : JValue.CreateNull();

    internal static decimal? Number(JToken? token) => token is JValue { Value: { } value }
        && decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
