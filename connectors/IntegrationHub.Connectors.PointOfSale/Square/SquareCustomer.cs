using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes a person, and a consent where one is told, of a Square customer.</summary>
internal static class SquareCustomer
{
    internal const string Stream = "people";

    internal static IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject customer || customer.Text("id") is not { } id)
        {
            yield return new RejectedRecord(Stream, "A customer has no id; expected one.", json.ToString(Formatting.None));
            yield break;
        }

        var updatedAt = SourceTime.Read(customer.Text("updated_at")) ?? SourceTime.Read(customer.Text("created_at"));
        var person = new PersonRecord(Stream, id) { UpdatedAt = updatedAt };
        AddFields(person, customer);
        AddBirthday(person, customer.Text("birthday"));
        AddAddress(person, customer["address"] as JObject);
        AddLists(person, customer["group_ids"] as JArray, "square-group-");
        AddLists(person, customer["segment_ids"] as JArray, "square-segment-");
        yield return person;

        // Not unsubscribed says nothing: Square has no field for a yes.
        if (customer["preferences"] is JObject preferences && preferences["email_unsubscribed"] is JValue { Value: true } && updatedAt is { } at)
        {
            yield return new ConsentRecord(Stream, id, "email", "marketing", ConsentStatus.Withdrawn, at);
        }
    }

    /// <summary>Adds what tells who the customer is, also to other records of the same person.</summary>
    internal static PersonRecord AddContact(PersonRecord person, JObject customer) => person
        .Add(PersonFields.NameGiven, customer.Text("given_name"))
        .Add(PersonFields.NameFamily, customer.Text("family_name"))
        .Add(PersonFields.Email, customer.Text("email_address"))
        .Add(PersonFields.Phone, customer.Text("phone_number"));

    private static void AddFields(PersonRecord person, JObject customer) => AddContact(person, customer)
        .Add(PersonFields.Organization, customer.Text("company_name"))
        .Add(PersonFields.Identifier("square-reference"), customer.Text("reference_id"))
        .Add(PersonFields.Attribute("nickname"), customer.Text("nickname"))
        .Add(PersonFields.Attribute("note"), customer.Text("note"));

    private static void AddBirthday(PersonRecord person, string? birthday)
    {
        // Square writes year 0000 where the year is not known.
        if (birthday?.StartsWith("0000-", StringComparison.Ordinal) == true)
        {
            person.Add(PersonFields.Attribute("birthday"), birthday[5..]);
        }
        else if (DateOnly.TryParseExact(birthday, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            person.Add(PersonFields.BirthDate, birthday);
        }
        else
        {
            person.Add(PersonFields.Attribute("birthday"), birthday);
        }
    }

    private static void AddAddress(PersonRecord person, JObject? address)
    {
        if (address is null)
        {
            return;
        }

        var rest = new[] { address.Text("address_line_2"), address.Text("address_line_3") }.Where(line => line is not null);
        person
            .Add(PersonFields.AddressLine1, address.Text("address_line_1"))
            .Add(PersonFields.AddressLine2, string.Join(", ", rest))
            .Add(PersonFields.AddressLocality, address.Text("locality"))
            .Add(PersonFields.AddressRegion, address.Text("administrative_district_level_1"))
            .Add(PersonFields.AddressPostalCode, address.Text("postal_code"))
            .Add(PersonFields.AddressCountry, address.Text("country"));
    }

    private static void AddLists(PersonRecord person, JArray? ids, string prefix)
    {
        foreach (var id in (ids ?? []).Select(i => (string?)i).Where(i => !string.IsNullOrEmpty(i)).Order(StringComparer.Ordinal))
        {
            person.AddFlag(PersonFields.List(prefix + id), true);
        }
    }
}
