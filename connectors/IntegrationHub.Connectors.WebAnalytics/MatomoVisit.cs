using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Reads one visit as Matomo writes it. The visitor's IP address is in there too and is never touched.</summary>
internal readonly struct MatomoVisit(JObject json)
{
    internal string? Id => Text("idVisit");

    internal string? VisitorId => Text("visitorId");

    internal string? UserId => Text("userId");

    internal DateTimeOffset? FirstAction => Time("firstActionTimestamp") ?? LastAction;

    internal DateTimeOffset? LastAction => Time("lastActionTimestamp") ?? Time("serverTimestamp");

    internal JObject Json => json;

    internal IEnumerable<JObject> Actions => (json["actionDetails"] as JArray ?? []).OfType<JObject>();

    /// <summary>Gives a text; <see langword="null"/> for the several ways in which Matomo says that it does not know.</summary>
    internal string? Known(string name)
    {
        var text = Text(name);
        return text is null || string.Equals(text, "Unknown", StringComparison.OrdinalIgnoreCase)
            || string.Equals(text, "xx", StringComparison.Ordinal) || string.Equals(text, "UNK", StringComparison.Ordinal)
                ? null
                : text;
    }

    internal string? Text(string name)
    {
        var text = json[name] is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() : null;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    internal decimal? Number(string name) => NumberOf(json[name]);

    /// <summary>Says when an action happened. Matomo writes the wall clock of the site's time zone into an action's
    /// <c>timestamp</c> as if it were UTC, while those of the visit are right.</summary>
    internal DateTimeOffset? TimeOf(JObject action)
    {
        if (FirstAction is not { } first || LastAction is not { } last)
        {
            return null;
        }

        if (NumberOf(action["timestamp"]) is not { } seconds || seconds is < 0 or > 253402300799)
        {
            return last;
        }

        var written = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        var shifted = written - SiteOffset(last);
        return shifted < first ? first : shifted > last ? last : shifted;
    }

    internal static decimal? NumberOf(JToken? token) => token is JValue { Value: { } value }
        && decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // serverTimePretty is the last action's time of day on the site's clock; offsets run from -12:00 to +14:00.
    private TimeSpan SiteOffset(DateTimeOffset last)
    {
        if (!DateTime.TryParse(Text("serverTimePretty"), CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var wall))
        {
            return TimeSpan.Zero;
        }

        var offset = wall.TimeOfDay - last.UtcDateTime.TimeOfDay;
        return offset > TimeSpan.FromHours(14) ? offset - TimeSpan.FromDays(1)
            : offset <= TimeSpan.FromHours(-12) ? offset + TimeSpan.FromDays(1)
            : offset;
    }

    private DateTimeOffset? Time(string name) => NumberOf(json[name]) is { } seconds and > 0 and < 253402300800
        ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
        : null;
}
