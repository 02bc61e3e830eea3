using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Makes the interaction <c>visit</c>.</summary>
internal static class VisitMapping
{
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

        VisitActions.AddTo(details, visit);
        return [record];
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
