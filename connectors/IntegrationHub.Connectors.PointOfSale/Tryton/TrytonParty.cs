using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Makes a person of a party, with its addresses, contact mechanisms, identifiers and categories.</summary>
internal static class TrytonParty
{
    internal const string Stream = "people";
    internal const string Model = "party.party";

    internal static readonly string[] Fields =
    [
        "name", "code", "active", "replaced_by", "lang.code", "categories.name", "create_date", "write_date",
        "contact_mechanisms.type", "contact_mechanisms.value", "contact_mechanisms.active", "contact_mechanisms.create_date", "contact_mechanisms.write_date",
        "addresses.street", "addresses.city", "addresses.postal_code", "addresses.subdivision.name", "addresses.country.code", "addresses.active",
        "addresses.create_date", "addresses.write_date",
        "identifiers.type", "identifiers.code", "identifiers.create_date", "identifiers.write_date",
    ];

    /// <summary>What has times of change of its own: who edits an address alone does not change the party.</summary>
    internal static readonly string[] Parts = ["contact_mechanisms", "addresses", "identifiers"];

    private const string VatType = "eu_vat";
    private const int AddressesMax = 10;
    private const int LinesPerAddress = 2;

    /// <summary>Gets the conditions of a full read: parties that were not merged into another one.</summary>
    internal static JArray Kept => [new JArray("replaced_by", "=", JValue.CreateNull())];

    internal static Message Map(JObject party)
    {
        if (party.Id() is not { } id)
        {
            return new RejectedRecord(Stream, "A party has no id; expected one.", party.ToString(Formatting.None));
        }

        return party.LinkId("replaced_by") is null ? Person(party, id) : new DeletedRecord(Stream, id);
    }

    private static PersonRecord Person(JObject party, string id)
    {
        var vat = party.LinkedAll("identifiers").FirstOrDefault(i => i.Text("type") == VatType)?.Text("code");
        var person = new PersonRecord(Stream, id) { UpdatedAt = party.ChangedAt() }
            .Add(vat is null ? PersonFields.NameFull : PersonFields.Organization, party.Text("name"));
        foreach (var mechanism in party.LinkedAll("contact_mechanisms"))
        {
            AddMechanism(person, mechanism.Text("type"), mechanism.Text("value"));
        }

        var number = 0;
        foreach (var address in party.LinkedAll("addresses").Take(AddressesMax))
        {
            AddAddress(person, address, number++);
        }

        person.Add(PersonFields.Identifier("tryton-code"), party.Text("code"));
        foreach (var identifier in party.LinkedAll("identifiers").Where(i => i.Text("type") != VatType))
        {
            person.Add(PersonFields.Identifier(identifier.Text("type") ?? "tryton-identifier"), identifier.Text("code"));
        }

        person
            .Add(PersonFields.Attribute("vat"), vat)
            .Add(PersonFields.Attribute("language"), party.Linked("lang")?.Text("code"))
            .AddFlag(PersonFields.Attribute("archived"), party.IsArchived() ? true : null)
            .AddFlag(PersonFields.Attribute("company"), vat is null ? null : true);
        foreach (var category in party.LinkedAll("categories").Select(c => c.Text("name")).OfType<string>().Order(StringComparer.Ordinal))
        {
            person.AddFlag(PersonFields.List("tryton-category-" + category), true);
        }

        return person;
    }

    // Fax numbers reach nobody, and names in chat programs are no addresses of the hub's.
    private static void AddMechanism(PersonRecord person, string? type, string? value) => _ = type switch
    {
        "email" => person.Add(PersonFields.Email, value),
        "phone" or "mobile" => person.Add(PersonFields.Phone, value),
        "website" => person.Add(PersonFields.Url, value),
        _ => person,
    };

    private static void AddAddress(PersonRecord person, JObject address, int number)
    {
        var lines = (address.Text("street") ?? string.Empty).Split('\n', LinesPerAddress, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        person
            .Add(PersonFields.AddressLine1, lines.ElementAtOrDefault(0), number)
            .Add(PersonFields.AddressLine2, lines.ElementAtOrDefault(1)?.ReplaceLineEndings(", "), number)
            .Add(PersonFields.AddressLocality, address.Text("city"), number)
            .Add(PersonFields.AddressRegion, address.Linked("subdivision")?.Text("name"), number)
            .Add(PersonFields.AddressPostalCode, address.Text("postal_code"), number)
            .Add(PersonFields.AddressCountry, address.Linked("country")?.Text("code"), number);
    }
}
