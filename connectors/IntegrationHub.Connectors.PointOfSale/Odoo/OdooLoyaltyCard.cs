using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Makes a person of a loyalty card: its number, points, and who its holder is.</summary>
internal static class OdooLoyaltyCard
{
    internal const string Stream = "loyalty";
    internal const string Model = "loyalty.card";

    internal static readonly string[] Fields = ["partner_id", "program_id", "program_type", "points", "point_name", "code", "expiration_date", "create_date", "write_date"];

    /// <summary>Gets the conditions: cards that are somebody's. Coupons and gift cards of nobody name no person.</summary>
    internal static JArray Domain => [new JArray("partner_id", "!=", false)];

    internal static Message Map(JObject card, JObject? holder)
    {
        if (card.Id() is not { } id)
        {
            return new RejectedRecord(Stream, "A loyalty card has no id; expected one.", card.ToString(Formatting.None));
        }

        // Who knows the code of a gift card or a coupon can spend it; only the number of a loyalty card is kept.
        var isLoyalty = card.Text("program_type") is "loyalty";
        var person = new PersonRecord(Stream, id) { UpdatedAt = card.Time("write_date") };
        if (holder is not null)
        {
            OdooPartner.AddContact(person, holder);
        }

        person
            .Add(PersonFields.Identifier("loyalty"), isLoyalty ? card.Text("code") : null)
            .Add(PersonFields.Attribute("loyaltyProgram"), card.LinkName("program_id"))
            .Add(PersonFields.Attribute("loyaltyExpires"), card.Text("expiration_date"))
            .AddNumber(PersonFields.Attribute("loyaltyPoints"), card.Amount("points"));
        if (card.LinkName("program_id") is { } program)
        {
            person.AddFlag(PersonFields.List("odoo-" + program), true);
        }

        return person;
    }
}
