using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Makes the interaction <c>visit</c>.</summary>
internal static class VisitMapping
{
    private const int PagesMax = 20;
    private const int TitleLengthMax = 200;

    internal static IEnumerable<Message> Map(MatomoVisit visit, string stream)
    {
        var record = new InteractionRecord(stream, visit.Id!, "visit", visit.FirstAction!.Value)
        {
            Channel = "web",
            Direction = "in",
            Title = "Visit" + (visit.Known("siteName") is { } site ? " to " + site : string.Empty),
        };
        PersonOfVisit.Attach(record, visit);
        var details = record.Details;
        Put(details, "actions", visit.Number("actions"));
        Put(details, "durationSeconds", visit.Number("visitDuration"));
        Put(details, "referrer", Part(("type", visit.Known("referrerType")), ("name", visit.Known("referrerName")), ("keyword", visit.Known("referrerKeyword"))));
        Put(details, "device", Part(
            ("type", visit.Known("deviceType")), ("system", visit.Known("operatingSystemName")), ("browser", visit.Known("browserName"))));
        if (visit.Text("referrerType") is "campaign")
        {
            Put(details, "campaign", Part(("name", visit.Known("referrerName")), ("keyword", visit.Known("referrerKeyword"))));
        }

        var pages = Pages(visit);
        if (pages.Count > 0)
        {
            details["pages"] = pages;
        }

        return [record];
    }

    private static JArray Pages(MatomoVisit visit)
    {
        var pages = new JArray();
        foreach (var action in visit.Actions)
        {
            if (pages.Count == PagesMax)
            {
                break;
            }

            if ((string?)action["type"] == "action" && PageOf(action) is { } page)
            {
                pages.Add(page);
            }
        }

        return pages;
    }

    // A page without a title goes by its path; the query may hold a person's values and is left out.
    private static string? PageOf(JObject action)
    {
        var title = action["pageTitle"]?.ToString();
        if (string.IsNullOrWhiteSpace(title))
        {
            title = Uri.TryCreate(action["url"]?.ToString(), UriKind.Absolute, out var url) ? url.AbsolutePath : null;
        }

        return title?.Length > TitleLengthMax ? title[..TitleLengthMax] : title;
    }

    private static JObject? Part(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var part = new JObject();
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                part[name] = value;
            }
        }

        return part.Count == 0 ? null : part;
    }

    private static void Put(JObject details, string name, JToken? value)
    {
        if (value is not null)
        {
            details[name] = value;
        }
    }
}
