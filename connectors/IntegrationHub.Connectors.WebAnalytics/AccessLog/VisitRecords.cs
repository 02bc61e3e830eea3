using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Makes interactions of visits, and people of user names. Addresses are not among what is said.</summary>
internal static class VisitRecords
{
    internal const string People = "people";

    private const int AgentLengthMax = 300;
    private const int PageLengthMax = 300;

    internal static string KeyOf(string user) => "user:" + user;

    internal static PersonRecord PersonOf(string user, string userNamespace) => new PersonRecord(People, KeyOf(user))
        .Add(PersonOfVisit.IsEmail(user) ? PersonFields.Email : PersonFields.Identifier(userNamespace), user);

    internal static InteractionRecord Of(Visit visit, string stream)
    {
        var record = new InteractionRecord(stream, visit.Key, visit.IsBot ? "bot-visit" : "visit", visit.StartedAt)
        {
            Channel = "web",
            Direction = "in",
            Title = visit.IsBot ? "Visit of a bot" : "Visit",
            PersonStream = visit.User is null ? null : People,
            PersonKey = visit.User is null ? null : KeyOf(visit.User),
        };
        var details = record.Details;
        details["requests"] = visit.Requests;
        details["durationSeconds"] = (long)(visit.LastAt - visit.StartedAt).TotalSeconds;
        if (visit.Errors > 0)
        {
            details["errors"] = visit.Errors;
        }

        // A referrer's query may hold what a person searched for.
        if (Uri.TryCreate(visit.Referrer, UriKind.Absolute, out var referrer) && referrer.Host.Length > 0)
        {
            details["referrer"] = referrer.Host;
        }

        if (visit.Agent is { } agent)
        {
            details["agent"] = Cut(agent, AgentLengthMax);
        }

        if (visit.Pages.Count > 0)
        {
            details["pages"] = new JArray(visit.Pages.Select(p => Cut(p, PageLengthMax)));
        }

        return record;
    }

    private static string Cut(string text, int lengthMax) => text.Length <= lengthMax ? text : text[..lengthMax];
}
