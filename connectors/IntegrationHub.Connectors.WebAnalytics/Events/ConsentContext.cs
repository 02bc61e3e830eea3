using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Reads the consent that an event states. Source: Segment, Consent in the context object, <c>consent.categoryPreferences</c>.</summary>
internal static class ConsentContext
{
    private const string Channel = "web";
    private const int CategoriesMax = 32;
    private const int NameCharsMax = 64;

    /// <summary>Adds each category as a consent of the channel <c>web</c>. The hub keeps a choice only when it differs from the last.</summary>
    internal static void Add(PersonRecord person, JObject context)
    {
        var categories = EventJson.Object(EventJson.Object(context["consent"])["categoryPreferences"]);
        foreach (var (name, value) in ((IEnumerable<KeyValuePair<string, JToken?>>)categories).Take(CategoriesMax))
        {
            if (value is JValue { Value: bool choice } && name.Length is > 0 and <= NameCharsMax && !name.Contains('/', StringComparison.Ordinal))
            {
                person.AddFlag(PersonFields.Consent(Channel, name), choice);
            }
        }
    }
}
