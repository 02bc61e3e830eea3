using IntegrationHub.Connectors.PointOfSale.Tryton;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>Applies the conditions of a Tryton search to records, as far as the connector uses them.</summary>
internal static class TrytonDomain
{
    internal static bool Matches(JObject record, JArray domain) => (string?)(domain[0] as JValue) == "OR"
        ? domain.Skip(1).Any(c => MatchesOne(record, (JArray)c))
        : domain.All(c => MatchesOne(record, (JArray)c));

    private static bool MatchesOne(JObject record, JArray condition)
    {
        if (condition[0] is not JValue { Value: string field } || field == "OR")
        {
            return Matches(record, condition);
        }

        return field.Split('.') is [var part, var name]
            ? record[part + "."]!.Any(p => IsTrue((JObject)p, name, (string)condition[1]!, condition[2]))
            : IsTrue(record, field, (string)condition[1]!, condition[2]);
    }

    private static bool IsTrue(JObject record, string field, string comparison, JToken value) => comparison switch
    {
        "in" => value.Any(v => JToken.DeepEquals(v, record[field])),
        "=" => JToken.DeepEquals(value, record[field] ?? JValue.CreateNull()),
        ">" => (long)record[field]! > (long)value,
        ">=" => record.Time(field) >= new JObject { ["bound"] = value.DeepClone() }.Time("bound"), // Nothing is not later.
        _ => throw new InvalidOperationException("A comparison that the stub does not know."),
    };
}
