using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Makes a person of a partner, and a consent where he or she was put on a blacklist.</summary>
internal sealed class OdooPartner(IReadOnlyDictionary<string, string> categories)
{
    internal const string Stream = "people";
    internal const string Model = "res.partner";

    internal static readonly string[] ContactFields = ["name", "is_company", "email", "phone", "mobile"];

    internal static readonly string[] Fields =
    [
        "name", "parent_id", "company_name", "title", "function", "type", "is_company", "is_public", "active", "email", "phone", "mobile",
        "street", "street2", "city", "state_id", "zip", "country_code", "country_id", "website", "comment", "ref", "vat", "barcode", "lang",
        "category_id", "is_blacklisted", "phone_blacklisted", "create_date", "write_date",
    ];

    internal IEnumerable<Message> Map(JObject partner)
    {
        if (partner.Id() is not { } id)
        {
            yield return new RejectedRecord(Stream, "A partner has no id; expected one.", partner.ToString(Formatting.None));
            yield break;
        }

        // A further address of somebody has no name; Odoo's stand-in for visitors is nobody.
        if (partner.Text("name") is null || partner.IsTrue("is_public"))
        {
            yield break;
        }

        var updatedAt = partner.Time("write_date");
        yield return Person(partner, id, updatedAt);
        if (updatedAt is { } at && partner.IsTrue("is_blacklisted"))
        {
            yield return new ConsentRecord(Stream, id, "email", "marketing", ConsentStatus.Withdrawn, at) { Proof = "blacklist" };
        }

        if (updatedAt is { } time && partner.IsTrue("phone_blacklisted"))
        {
            yield return new ConsentRecord(Stream, id, "sms", "marketing", ConsentStatus.Withdrawn, time) { Proof = "blacklist" };
        }
    }

    /// <summary>Adds what tells who the partner is, also to other records of the same person.</summary>
    internal static PersonRecord AddContact(PersonRecord person, JObject partner) => person
        .Add(partner.IsTrue("is_company") ? PersonFields.Organization : PersonFields.NameFull, partner.Text("name"))
        .Add(PersonFields.Email, partner.Text("email"))
        .Add(PersonFields.Phone, partner.Text("phone"))
        .Add(PersonFields.Phone, partner.Text("mobile"));

    private PersonRecord Person(JObject partner, string id, DateTimeOffset? updatedAt)
    {
        var isCompany = partner.IsTrue("is_company");
        var person = new PersonRecord(Stream, id) { UpdatedAt = updatedAt };
        AddContact(person, partner)
            .Add(PersonFields.Organization, isCompany ? null : partner.LinkName("parent_id") ?? partner.Text("company_name"))
            .Add(PersonFields.NamePrefix, partner.LinkName("title"))
            .Add(PersonFields.JobTitle, partner.Text("function"))
            .Add(PersonFields.Url, partner.Text("website"))
            .Add(PersonFields.AddressLine1, partner.Text("street"))
            .Add(PersonFields.AddressLine2, partner.Text("street2"))
            .Add(PersonFields.AddressLocality, partner.Text("city"))
            .Add(PersonFields.AddressRegion, Region(partner.LinkName("state_id")))
            .Add(PersonFields.AddressPostalCode, partner.Text("zip"))
            .Add(PersonFields.AddressCountry, partner.Text("country_code") ?? partner.LinkName("country_id"))
            .Add(PersonFields.Identifier("odoo-reference"), partner.Text("ref"))
            .Add(PersonFields.Identifier("loyalty"), partner.Text("barcode"))
            .Add(PersonFields.Attribute("vat"), partner.Text("vat"))
            .Add(PersonFields.Attribute("language"), partner.Text("lang"))
            .Add(PersonFields.Attribute("note"), partner.Text("comment"))
            .AddFlag(PersonFields.Attribute("archived"), partner["active"] is JValue { Value: false } ? true : null)
            .AddFlag(PersonFields.Attribute("company"), isCompany ? true : null);
        foreach (var category in partner.Ids("category_id").Select(c => categories.GetValueOrDefault(c, c)).Order(StringComparer.Ordinal))
        {
            person.AddFlag(PersonFields.List("odoo-tag-" + category), true);
        }

        return person;
    }

    // Odoo shows a state with its country: "California (US)".
    private static string? Region(string? state) => state?.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? state[..end] : state;
}
