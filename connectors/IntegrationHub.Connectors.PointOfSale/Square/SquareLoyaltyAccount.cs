using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes a person of a loyalty account: a phone number, points, and the customer it belongs to.</summary>
internal static class SquareLoyaltyAccount
{
    internal const string Stream = "loyalty";

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
        person
            .Add(PersonFields.Phone, account.Object("mapping")?.Text("phone_number"))
            .Add(PersonFields.Identifier(SquareCustomer.Identifier), account.Text("customer_id"))
            .AddNumber(PersonFields.Attribute("loyaltyPoints"), account.Number("balance"))
            .AddNumber(PersonFields.Attribute("loyaltyPointsLifetime"), account.Number("lifetime_points"))
            .Add(PersonFields.Attribute("loyaltySince"), account.Text("enrolled_at"))
            .AddFlag(PersonFields.List("square-loyalty"), true);
        return [person];
    }
}
