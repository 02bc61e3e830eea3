using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sample.Connector;

/// <summary>Turns a customer of the API into a person record. Values go on as they are: the hub normalises.</summary>
internal static class CustomerMapping
{
    internal static Message Map(string stream, JObject customer)
    {
        if ((string?)customer["id"] is not { Length: > 0 } id)
        {
            // One bad record is set aside with its reason; the rest goes on.
            return new RejectedRecord(stream, "The customer has no id.", customer.ToString(Formatting.None));
        }

        return new PersonRecord(stream, id) { UpdatedAt = Time(customer["updated_at"]) }
            .Add(PersonFields.NameFull, (string?)customer["name"])
            .Add(PersonFields.Email, (string?)customer["email"])
            .Add(PersonFields.Phone, (string?)customer["phone"])
            .Add(PersonFields.AddressLine1, (string?)customer["address"]?["street"])
            .Add(PersonFields.AddressLocality, (string?)customer["address"]?["city"])
            .Add(PersonFields.AddressCountry, (string?)customer["address"]?["country"]);
    }

    private static DateTimeOffset? Time(JToken? text) =>
        DateTimeOffset.TryParse((string?)text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
