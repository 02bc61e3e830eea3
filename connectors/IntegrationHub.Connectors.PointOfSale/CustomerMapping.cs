using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Makes a person, and a consent where one is told, of a Square customer.</summary>
internal static class CustomerMapping
{
    internal const string Stream = "people";

    internal static IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject customer || Text(customer, "id") is not { } id)
        {
            yield return new RejectedRecord(Stream, "A customer has no id; expected one.", json.ToString(Formatting.None));
            yield break;
        }

        var updatedAt = SquareTime.Read(Text(customer, "updated_at")) ?? SquareTime.Read(Text(customer, "created_at"));
        var person = new PersonRecord(Stream, id) { UpdatedAt = updatedAt };
        AddFields(person, customer);
        AddBirthday(person, Text(customer, "birthday"));
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

    internal static string? Text(JObject json, string name) => json[name] is JValue { Value: string { Length: > 0 } text } ? text : null;

    private static void AddFields(PersonRecord person, JObject customer) => person
        .Add(PersonFields.NameGiven, Text(customer, "given_name"))
        .Add(PersonFields.NameFamily, Text(customer, "family_name"))
        .Add(PersonFields.Email, Text(customer, "email_address"))
        .Add(PersonFields.Phone, Text(customer, "phone_number"))
        .Add(PersonFields.Organization, Text(customer, "company_name"))
        .Add(PersonFields.Identifier("square-reference"), Text(customer, "reference_id"))
        .Add(PersonFields.Attribute("nickname"), Text(customer, "nickname"))
        .Add(PersonFields.Attribute("note"), Text(customer, "note"));

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

        var rest = new[] { Text(address, "address_line_2"), Text(address, "address_line_3") }.Where(line => line is not null);
        person
            .Add(PersonFields.AddressLine1, Text(address, "address_line_1"))
            .Add(PersonFields.AddressLine2, string.Join(", ", rest))
            .Add(PersonFields.AddressLocality, Text(address, "locality"))
            .Add(PersonFields.AddressRegion, Text(address, "administrative_district_level_1"))
            .Add(PersonFields.AddressPostalCode, Text(address, "postal_code"))
            .Add(PersonFields.AddressCountry, Text(address, "country"));
    }

    private static void AddLists(PersonRecord person, JArray? ids, string prefix)
    {
        foreach (var id in (ids ?? []).Select(i => (string?)i).Where(i => !string.IsNullOrEmpty(i)).Order(StringComparer.Ordinal))
        {
            person.AddFlag(PersonFields.List(prefix + id), true);
        }
    }
}
