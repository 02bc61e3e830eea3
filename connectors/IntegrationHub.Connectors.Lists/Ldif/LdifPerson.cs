using System.Collections.Frozen;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Ldif;

/// <summary>Turns an entry into a person: inetOrgPerson (RFC 2798), what Active Directory and Thunderbird add to it.</summary>
internal static class LdifPerson
{
    private static readonly FrozenSet<string> Passed = Set(
        "jpegphoto photo audio thumbnailphoto userpassword usercertificate usersmimecertificate userpkcs12 objectguid objectsid unicodepwd");

    private static readonly FrozenSet<string> Classes = Set(
        "person organizationalperson inetorgperson mozillaabpersonalpha mozillaorgperson contact user residentialperson evolutionperson officeperson");

    private static readonly FrozenSet<string> NoPersons = Set("groupofnames groupofuniquenames posixgroup group organizationalunit organization dcobject computer");

    private static readonly string[] BirthDateParts = ["birthyear", "birthmonth", "birthday"];

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["personaltitle"] = PersonFields.NamePrefix,
        ["generationqualifier"] = PersonFields.NameSuffix,
        ["givenname"] = PersonFields.NameGiven,
        ["gn"] = PersonFields.NameGiven,
        ["middlename"] = PersonFields.NameMiddle,
        ["sn"] = PersonFields.NameFamily,
        ["surname"] = PersonFields.NameFamily,
        ["mail"] = PersonFields.Email,
        ["rfc822mailbox"] = PersonFields.Email,
        ["mozillasecondemail"] = PersonFields.Email,
        ["telephonenumber"] = PersonFields.Phone,
        ["homephone"] = PersonFields.Phone,
        ["mobile"] = PersonFields.Phone,
        ["facsimiletelephonenumber"] = PersonFields.Attribute("fax"),
        ["fax"] = PersonFields.Attribute("fax"),
        ["pager"] = PersonFields.Attribute("pager"),
        ["o"] = PersonFields.Organization,
        ["company"] = PersonFields.Organization,
        ["ou"] = PersonFields.Attribute("department"),
        ["department"] = PersonFields.Attribute("department"),
        ["title"] = PersonFields.JobTitle,
        ["labeleduri"] = PersonFields.Url,
        ["mozillahomeurl"] = PersonFields.Url,
        ["mozillaworkurl"] = PersonFields.Url,
        ["description"] = PersonFields.Attribute("note"),
        ["employeenumber"] = PersonFields.Attribute("employeeNumber"),
        ["uid"] = PersonFields.Attribute("uid"),
        ["preferredlanguage"] = PersonFields.Attribute("language"),
        ["mozillanickname"] = PersonFields.Attribute("nickname"),
        ["dateofbirth"] = PersonFields.BirthDate,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Name, string Field, int Group)[] Addresses =
    [
        ("street", PersonFields.AddressLine1, 0), ("streetaddress", PersonFields.AddressLine1, 0), ("mozillaworkstreet2", PersonFields.AddressLine2, 0),
        ("postofficebox", PersonFields.AddressLine2, 0), ("l", PersonFields.AddressLocality, 0), ("st", PersonFields.AddressRegion, 0),
        ("postalcode", PersonFields.AddressPostalCode, 0), ("c", PersonFields.AddressCountry, 0), ("co", PersonFields.AddressCountry, 0),
        ("countryname", PersonFields.AddressCountry, 0), ("friendlycountryname", PersonFields.AddressCountry, 0),
        ("mozillahomestreet", PersonFields.AddressLine1, 1), ("mozillahomestreet2", PersonFields.AddressLine2, 1),
        ("mozillahomelocalityname", PersonFields.AddressLocality, 1), ("mozillahomestate", PersonFields.AddressRegion, 1),
        ("mozillahomepostalcode", PersonFields.AddressPostalCode, 1), ("mozillahomecountryname", PersonFields.AddressCountry, 1),
        ("postaladdress", PersonFields.AddressFull, 2), ("homepostaladdress", PersonFields.AddressFull, 3),
    ];

    internal static bool IsPassed(string name) => Passed.Contains(name);

    /// <summary>Says whether an entry stands for a person: by its classes, else by what it says.</summary>
    internal static bool IsPerson(LdifEntry entry)
    {
        var classes = entry.Values("objectclass").Select(static c => c.ToLowerInvariant()).ToList();
        return classes.Count == 0
            ? entry.Attributes.Exists(static a => a.Name is "mail" or "sn" or "givenname" or "telephonenumber")
            : classes.Exists(Classes.Contains) && !classes.Exists(NoPersons.Contains);
    }

    /// <summary>Writes a distinguished name so that the same entry always has the same key.</summary>
    internal static string KeyOf(string dn) => string.Join(',', dn.Split(',', StringSplitOptions.TrimEntries)).ToLowerInvariant();

    internal static PersonRecord Of(LdifEntry entry, string stream, DateReader dates)
    {
        var record = new PersonRecord(stream, KeyOf(entry.Dn));
        record.Add(PersonFields.NameFull, entry.Values("cn").Concat(entry.Values("displayname")).FirstOrDefault());
        foreach (var (name, value) in entry.Attributes)
        {
            if (Fields.TryGetValue(name, out var field) && (IsRepeated(field) || !record.Fields.Any(f => f.Field == field)))
            {
                // A web address is followed by its label.
                record.Add(field, name == "labeleduri" ? value.Split(' ')[0] : value);
            }
        }

        AddAddresses(entry, record);
        AddBirthDate(entry, record);
        record.UpdatedAt = entry.Values("modifytimestamp").Concat(entry.Values("whenchanged")).Select(v => dates.Read(v.Replace(".0Z", "Z", StringComparison.Ordinal))).FirstOrDefault();
        return record;
    }

    private static bool IsRepeated(string field) => field is PersonFields.Email or PersonFields.Phone or PersonFields.Url;

    private static void AddAddresses(LdifEntry entry, PersonRecord record)
    {
        foreach (var (name, field, group) in Addresses)
        {
            if (entry.Values(name).FirstOrDefault() is { } value && !record.Fields.Any(f => f.Field == field && f.Group == group))
            {
                record.Add(field, value.Replace("$", ", ", StringComparison.Ordinal), group);
            }
        }
    }

    // Thunderbird keeps the parts of a birthday apart; one without a year is no birth date.
    private static void AddBirthDate(LdifEntry entry, PersonRecord record)
    {
        string[] parts = [.. BirthDateParts.Select(name => entry.Values(name).FirstOrDefault() ?? string.Empty)];
        if (Array.TrueForAll(parts, static p => p.Length > 0))
        {
            record.Add(PersonFields.BirthDate, string.Join('-', parts.Select(static p => p.PadLeft(2, '0'))));
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
