using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Values as Tryton writes them: what JSON has no form for is an object that names its class, and what a field links to is read
/// along under the field's name with a dot behind it.</summary>
internal static class TrytonValues
{
    private const string Class = "__class__";

    /// <summary>Gives the id of what a field links to.</summary>
    internal static string? LinkId(this JObject record, string name) => JsonFields.Whole(record[name]);

    /// <summary>Gives what was read of what a field links to.</summary>
    internal static JObject? Linked(this JObject record, string name) => record.Object(name + ".");

    /// <summary>Gives what was read of each of those that a field links to, less those that are archived.</summary>
    internal static IEnumerable<JObject> LinkedAll(this JObject record, string name) => record.Objects(name + ".").Where(r => !r.IsArchived());

    /// <summary>Says whether a record is archived. SQLite has 0 for false.</summary>
    internal static bool IsArchived(this JObject record) => record["active"] is JValue { Value: false or 0L };

    internal static decimal? Money(this JObject record, string name) =>
        record.Object(name) is { } value && value.Text(Class) == "Decimal" ? value.Number("decimal") : null;

    /// <summary>Gives a time or, at midnight, a date; both are UTC without saying so.</summary>
    internal static DateTimeOffset? Time(this JObject record, string name)
    {
        if (record.Object(name) is not { } value || value.Text(Class) is not ("datetime" or "date"))
        {
            return null;
        }

        try
        {
            var day = new DateTimeOffset(Part(value, "year"), Part(value, "month"), Part(value, "day"), 0, 0, 0, TimeSpan.Zero);
            return day.AddHours(Part(value, "hour")).AddMinutes(Part(value, "minute")).AddSeconds(Part(value, "second")).AddMicroseconds(Part(value, "microsecond"));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // No day of the calendar: as good as none.
        }
    }

    /// <summary>Gives when a record was last changed. A record that never was has no time of a change, only one of its making.</summary>
    internal static DateTimeOffset? ChangedAt(this JObject record) => record.Time("write_date") ?? record.Time("create_date");

    internal static JObject Write(DateTimeOffset time) => new()
    {
        [Class] = "datetime",
        ["year"] = time.UtcDateTime.Year,
        ["month"] = time.UtcDateTime.Month,
        ["day"] = time.UtcDateTime.Day,
        ["hour"] = time.UtcDateTime.Hour,
        ["minute"] = time.UtcDateTime.Minute,
        ["second"] = time.UtcDateTime.Second,
        ["microsecond"] = (time.UtcDateTime.Millisecond * 1000) + time.UtcDateTime.Microsecond,
    };

    private static int Part(JObject value, string name) => value[name] is JValue { Value: long part and >= 0 and < 1_000_000 } ? (int)part : 0;
}
