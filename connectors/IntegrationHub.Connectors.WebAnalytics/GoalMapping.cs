using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Makes an interaction <c>conversion</c> of each goal that a visit reached.</summary>
internal static class GoalMapping
{
    internal static IEnumerable<Message> Map(MatomoVisit visit, string stream)
    {
        // A goal may be reached several times in one visit; Matomo gives such conversions no id of their own.
        var reached = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var action in visit.Actions.Where(a => (string?)a["type"] == "goal"))
        {
            var goalId = action["goalId"] is JValue { Value: { } id } ? Convert.ToString(id, CultureInfo.InvariantCulture)! : string.Empty;
            var time = reached[goalId] = reached.GetValueOrDefault(goalId) + 1;
            yield return Map(visit, action, stream, goalId, string.Create(CultureInfo.InvariantCulture, $"{visit.Id}-goal-{goalId}-{time}"));
        }
    }

    private static Message Map(MatomoVisit visit, JObject action, string stream, string goalId, string key)
    {
        if (goalId.Length == 0 || visit.TimeOf(action) is not { } at)
        {
            return new RejectedRecord(stream, "A goal has no goalId or no time; expected both.", action.ToString(Formatting.None)) { Key = key };
        }

        var name = (string?)action["goalName"];
        var record = new InteractionRecord(stream, key, "conversion", at)
        {
            Channel = "web",
            Direction = "in",
            Title = string.IsNullOrWhiteSpace(name) ? "Goal " + goalId : name,
        };
        PersonOfVisit.Attach(record, visit);
        record.Details["goalId"] = goalId;
        record.Details["visit"] = visit.Id;

        // What a goal is worth is the site's estimate, not money that was paid: no amount.
        if (MatomoVisit.NumberOf(action["revenue"]) is { } worth and not 0)
        {
            record.Details["worth"] = worth;
            if (visit.Known("siteCurrency") is { } currency)
            {
                record.Details["currency"] = currency;
            }
        }

        return record;
    }
}
