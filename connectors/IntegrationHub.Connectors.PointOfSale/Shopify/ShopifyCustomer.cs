using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Makes a person of a customer, and a consent for each channel that he or she chose about.</summary>
internal static class ShopifyCustomer
{
    internal const string Stream = "people";

    internal static IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject customer || customer.Text("legacyResourceId") is not { } id)
        {
            yield return new RejectedRecord(Stream, "A customer has no legacyResourceId; expected one.", json.ToString(Formatting.None));
            yield break;
        }

        var email = customer.Object("defaultEmailAddress");
        var phone = customer.Object("defaultPhoneNumber");
        yield return Person(id, customer, email, phone);

        foreach (var consent in new[]
        {
            Consent(id, "email", email, "marketingState", "marketingUpdatedAt", "marketingOptInLevel"),
            Consent(id, "sms", phone?.Object("smsMarketingConsent"), "state", "updatedAt", "optInLevel"),
            Consent(id, "whatsapp", phone?.Object("whatsAppMarketingConsent"), "state", "updatedAt", "optInLevel"),
        })
        {
            if (consent is not null)
            {
                yield return consent;
            }
        }
    }

    private static PersonRecord Person(string id, JObject customer, JObject? email, JObject? phone)
    {
        var given = customer.Text("firstName");
        var family = customer.Text("lastName");
        var person = new PersonRecord(Stream, id) { UpdatedAt = SourceTime.Read(customer.Text("updatedAt")) };

        person
            .Add(PersonFields.NameGiven, given)
            .Add(PersonFields.NameFamily, family)
            .Add(PersonFields.Email, email?.Text("emailAddress"))
            .Add(PersonFields.Phone, phone?.Text("phoneNumber"))
            .Add(PersonFields.Attribute("language"), customer.Text("locale"))
            .Add(PersonFields.Attribute("note"), customer.Text("note"))
            .Add(PersonFields.Attribute("accountState"), customer.Text("state")?.ToLowerInvariant())
            .Add(PersonFields.Attribute("customerSince"), customer.Text("createdAt"));
        if (customer.Object("defaultAddress") is { } address)
        {
            AddAddress(person, address);
        }

        foreach (var tag in (customer["tags"] as JArray ?? []).Select(t => (string?)(t as JValue)).OfType<string>().Where(t => t.Length > 0).Order(StringComparer.Ordinal))
        {
            person.AddFlag(PersonFields.List("shopify-tag-" + tag), true);
        }

        return person;
    }

    private static void AddAddress(PersonRecord person, JObject address) => person
        .Add(PersonFields.AddressLine1, address.Text("address1"))
        .Add(PersonFields.AddressLine2, address.Text("address2"))
        .Add(PersonFields.AddressLocality, address.Text("city"))
        .Add(PersonFields.AddressRegion, address.Text("provinceCode") ?? address.Text("province"))
        .Add(PersonFields.AddressPostalCode, address.Text("zip"))
        .Add(PersonFields.AddressCountry, address.Text("countryCodeV2"))
        .Add(PersonFields.Organization, address.Text("company"))
        .Add(PersonFields.Phone, address.Text("phone"));

    // Not subscribed, pending, invalid and redacted say nothing about a choice; a state without a time cannot be put in order.
    private static ConsentRecord? Consent(string id, string channel, JObject? from, string stateField, string timeField, string levelField)
    {
        if (from is null)
        {
            return null;
        }

        ConsentStatus? status = from.Text(stateField) switch
        {
            "SUBSCRIBED" => ConsentStatus.Granted,
            "UNSUBSCRIBED" => ConsentStatus.Withdrawn,
            _ => null,
        };
        if (status is not { } known || SourceTime.Read(from.Text(timeField)) is not { } at)
        {
            return null;
        }

        var proof = new[] { from.Text(levelField), from.Text("collectedFrom"), from.Object("sourceLocation")?.Text("name") }.OfType<string>();
        return new ConsentRecord(Stream, id, channel, "marketing", known, at) { Proof = string.Join(", ", proof) is { Length: > 0 } text ? text : null };
    }
}
