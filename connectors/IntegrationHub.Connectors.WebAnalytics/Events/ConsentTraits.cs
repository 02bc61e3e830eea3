using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>The traits that an admin named as consents.</summary>
/// <param name="fields">The consent field of each trait.</param>
internal sealed class ConsentTraits(Dictionary<string, string> fields)
{
    /// <summary>Reads the setting <c>consentTraits</c>.</summary>
    /// <exception cref="ConnectorException">It cannot be understood.</exception>
    internal static ConsentTraits Parse(IReadOnlyList<string> entries)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (entry.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } trait, var target]
                || target.Split('/', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } channel, { Length: > 0 } purpose])
            {
                throw ConnectorException.Configuration(
                    "consentTraits", "Setting 'consentTraits' cannot be understood; expected trait=channel/purpose.", "For example newsletter=email/marketing.");
            }

            fields[trait] = PersonFields.Consent(channel, purpose);
        }

        return new ConsentTraits(fields);
    }

    /// <summary>Takes a trait that is a consent.</summary>
    /// <returns><see langword="false"/> when it is none, or no clear yes or no.</returns>
    internal bool TryAdd(PersonRecord person, string trait, JToken? value)
    {
        if (!fields.TryGetValue(trait, out var field) || Choice(value) is not { } choice)
        {
            return false;
        }

        person.AddFlag(field, choice);
        return true;
    }

    private static bool? Choice(JToken? value) => (value as JValue)?.Value switch
    {
        bool flag => flag,
        string text => text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" or "ON" or "SUBSCRIBED" or "GRANTED" => true,
            "FALSE" or "NO" or "0" or "OFF" or "UNSUBSCRIBED" or "DENIED" => false,
            _ => null,
        },
        long number when number is 0 or 1 => number == 1,
        _ => null,
    };
}
