using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Tells what was done in a visit, by kind of action. Orders and goals are told of by themselves.</summary>
internal static class VisitActions
{
    private const int PerKindMax = 20;
    private const int TextLengthMax = 200;

    private static readonly (string Type, string Detail, Func<JObject, string?> TextOf)[] Kinds =
    [
        ("action", "pages", PageOf),
        ("event", "events", EventOf),
        ("search", "searches", static action => Text(action, "siteSearchKeyword")),
        ("download", "downloads", static action => AddressOf(action)?.AbsolutePath),
        ("outlink", "outlinks", static action => AddressOf(action)?.Host),
    ];

    /// <summary>Adds each kind as a list, as far as there are any, the first twenty of each.</summary>
    internal static void AddTo(JObject details, MatomoVisit visit)
    {
        var actions = visit.Actions.ToList();
        foreach (var (type, detail, textOf) in Kinds)
        {
            var texts = actions.Where(a => (string?)a["type"] == type).Select(textOf).OfType<string>()
                .Take(PerKindMax).Select(static t => t.Length > TextLengthMax ? t[..TextLengthMax] : t).ToList();
            if (texts.Count > 0)
            {
                details[detail] = new JArray(texts);
            }
        }
    }

    // A page without a title goes by its path; the query may hold a person's values and is left out.
    private static string? PageOf(JObject action) => Text(action, "pageTitle") ?? AddressOf(action)?.AbsolutePath;

    private static string? EventOf(JObject action)
    {
        var parts = new[] { Text(action, "eventCategory"), Text(action, "eventAction"), Text(action, "eventName") }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(" / ", parts);
    }

    private static string? Text(JObject action, string name) => action[name]?.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static Uri? AddressOf(JObject action) => Uri.TryCreate(action["url"]?.ToString(), UriKind.Absolute, out var url) ? url : null;
}
