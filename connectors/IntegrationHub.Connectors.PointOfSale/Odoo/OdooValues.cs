using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Values as Odoo writes them: what is absent is <c>false</c>, a link is <c>[id, "name"]</c>, a time is UTC without an offset.</summary>
internal static class OdooValues
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Gives the id of what a field links to.</summary>
    internal static string? LinkId(this JObject record, string name) => JsonFields.Whole((record[name] as JArray)?.FirstOrDefault());

    /// <summary>Gives the name of what a field links to.</summary>
    internal static string? LinkName(this JObject record, string name) =>
        record[name] is JArray { Count: 2 } link && link[1] is JValue { Value: string { Length: > 0 } text } ? text : null;

    internal static IEnumerable<string> Ids(this JObject record, string name) => (record[name] as JArray ?? []).Select(JsonFields.Whole).OfType<string>();

    internal static bool IsTrue(this JObject record, string name) => record[name] is JValue { Value: true };

    internal static DateTimeOffset? Time(this JObject record, string name) =>
        DateTimeOffset.TryParseExact(record.Text(name), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
