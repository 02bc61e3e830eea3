using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes a person of a loyalty account: points, and who its customer is.</summary>
internal static class SquareLoyaltyAccount
{
    internal const string Stream = "loyalty";

    /// <summary>Where <see cref="SquareApi"/> puts the customer of an account; webhooks tell only the phone number.</summary>
    internal const string CustomerName = "customer";

    internal static IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject account || account.Text("id") is not { } id)
        {
            return [new RejectedRecord(Stream, "A loyalty account has no id; expected one.", json.ToString(Formatting.None))];
        }

        var person = new PersonRecord(Stream, id)
        {
            UpdatedAt = SourceTime.Read(account.Text("updated_at")) ?? SourceTime.Read(account.Text("created_at")),
        };
        var customer = account.Object(CustomerName);
        if (customer is not null)
        {
            SquareCustomer.AddContact(person, customer);
        }

        var phone = account.Object("mapping")?.Text("phone_number");
        person
            .Add(PersonFields.Phone, phone == customer?.Text("phone_number") ? null : phone)
            .AddNumber(PersonFields.Attribute("loyaltyPoints"), account.Number("balance"))
            .AddNumber(PersonFields.Attribute("loyaltyPointsLifetime"), account.Number("lifetime_points"))
            .Add(PersonFields.Attribute("loyaltySince"), account.Text("enrolled_at"))
            .AddFlag(PersonFields.List("square-loyalty"), true);
        return [person];
    }
}
