using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Makes person fields of traits: Segment's reserved ones by their meaning, all other single values as attributes.</summary>
/// <param name="consents">The traits that are consents.</param>
internal sealed class TraitMapping(ConsentTraits consents)
{
    // Names are compared without case, underscores and hyphens, since every sender writes them its own way.
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["firstname"] = PersonFields.NameGiven,
        ["givenname"] = PersonFields.NameGiven,
        ["middlename"] = PersonFields.NameMiddle,
        ["lastname"] = PersonFields.NameFamily,
        ["familyname"] = PersonFields.NameFamily,
        ["email"] = PersonFields.Email,
        ["phone"] = PersonFields.Phone,
        ["mobile"] = PersonFields.Phone,
        ["phonenumber"] = PersonFields.Phone,
        ["birthday"] = PersonFields.BirthDate,
        ["birthdate"] = PersonFields.BirthDate,
        ["dateofbirth"] = PersonFields.BirthDate,
        ["gender"] = PersonFields.Gender,
        ["title"] = PersonFields.JobTitle,
        ["jobtitle"] = PersonFields.JobTitle,
        ["website"] = PersonFields.Url,
    };

    private static readonly Dictionary<string, string> AddressFields = new(StringComparer.Ordinal)
    {
        ["street"] = PersonFields.AddressLine1,
        ["street1"] = PersonFields.AddressLine1,
        ["line1"] = PersonFields.AddressLine1,
        ["street2"] = PersonFields.AddressLine2,
        ["line2"] = PersonFields.AddressLine2,
        ["city"] = PersonFields.AddressLocality,
        ["state"] = PersonFields.AddressRegion,
        ["region"] = PersonFields.AddressRegion,
        ["postalcode"] = PersonFields.AddressPostalCode,
        ["zip"] = PersonFields.AddressPostalCode,
        ["postcode"] = PersonFields.AddressPostalCode,
        ["country"] = PersonFields.AddressCountry,
    };

    internal void Add(PersonRecord person, JObject traits)
    {
        var attributes = 0;
        var hasNames = traits.Properties().Any(p => Plain(p.Name) is "firstname" or "lastname");
        foreach (var (name, value) in traits)
        {
            if (consents.TryAdd(person, name, value))
            {
                continue;
            }

            switch (Plain(name))
            {
                case "address":
                    AddAddress(person, value);
                    break;
                case "company" or "organization":
                    person.Add(PersonFields.Organization, EventJson.Text(value) ?? EventJson.Text(EventJson.Object(value)["name"]));
                    break;
                case "name":
                    person.Add(PersonFields.NameFull, hasNames ? null : EventJson.Text(value));
                    break;
                case "id" or "userid" or "anonymousid" or "avatar":
                    break;
                case var plain when Fields.TryGetValue(plain, out var field):
                    person.Add(field, EventJson.Text(value));
                    break;
                default:
                    attributes += AddAttribute(person, name, value, attributes) ? 1 : 0;
                    break;
            }
        }
    }

    private static void AddAddress(PersonRecord person, JToken? value)
    {
        if (value is not JObject parts)
        {
            person.Add(PersonFields.AddressFull, EventJson.Text(value));
            return;
        }

        foreach (var (name, part) in parts)
        {
            if (AddressFields.TryGetValue(Plain(name), out var field))
            {
                person.Add(field, EventJson.Text(part));
            }
        }
    }

    private static bool AddAttribute(PersonRecord person, string name, JToken? value, int count)
    {
        if (count >= EventLimits.AttributesMax || name.Length is 0 or > EventLimits.AttributeNameCharsMax)
        {
            return false;
        }

        var field = PersonFields.Attribute(name);
        switch ((value as JValue)?.Value)
        {
            case bool flag:
                person.AddFlag(field, flag);
                return true;
            case long or decimal:
                person.AddNumber(field, EventJson.Number(value));
                return true;
            default:
                person.Add(field, EventJson.Text(value));
                return true;
        }
    }

    private static string Plain(string name) => name
        .Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
