using System.Collections.Frozen;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Says what merge fields mean: as the settings say, else by their type, else by tags that everybody uses.</summary>
internal static class MergeFieldMeanings
{
    private static readonly FrozenDictionary<string, string> ByTag = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["FNAME"] = PersonFields.NameGiven,
        ["MNAME"] = PersonFields.NameMiddle,
        ["LNAME"] = PersonFields.NameFamily,
        ["COMPANY"] = PersonFields.Organization,
        ["JOBTITLE"] = PersonFields.JobTitle,
        ["GENDER"] = PersonFields.Gender,
        ["BIRTHDATE"] = PersonFields.BirthDate,
        ["DOB"] = PersonFields.BirthDate,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static string Of(string tag, string type) => type switch
    {
        "phone" => PersonFields.Phone,
        "url" => PersonFields.Url,
        "zip" => PersonFields.AddressPostalCode,
        "address" => PersonFields.AddressFull,
        "birthday" => PersonFields.Attribute("birthday"),
        _ => ByTag.TryGetValue(tag, out var field) ? field : PersonFields.Attribute(tag),
    };

    /// <summary>Reads the setting <c>mergeFields</c>: the canonical field of each tag, <see langword="null"/> for those to leave out.</summary>
    internal static IReadOnlyDictionary<string, string?> Read(MailchimpSettings settings)
    {
        var meanings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in settings.MergeFields)
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[0].Length == 0 || (parts[1] != "-" && !PersonFields.IsKnown(parts[1])))
            {
                throw ConnectorException.Configuration(
                    "mergeFields", $"'{entry}' is no merge field with a canonical field; expected TAG=field.",
                    "Write for example CUSTNO=identifier:customer, SIZE=attribute:shoeSize, or NOTES=- to leave a field out.");
            }

            meanings[parts[0]] = parts[1] == "-" ? null : parts[1];
        }

        return meanings;
    }
}
