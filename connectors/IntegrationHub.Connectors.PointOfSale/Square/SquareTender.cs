using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Says how something was paid. Of a card only its brand and last four digits; no fingerprint, no expiry, no holder.</summary>
internal static class SquareTender
{
    internal static JObject Of(JObject tender, string typeField)
    {
        var payment = new JObject { ["type"] = tender.Text(typeField) };
        if (tender.Object("card_details")?.Object("card") is { } card)
        {
            payment.Put("brand", card.Text("card_brand"));
            payment.Put("lastFour", card.Text("last_4"));
        }

        return payment;
    }
}
