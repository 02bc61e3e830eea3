using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests;

/// <summary>What every till must tell of a purchase, on one line.</summary>
internal static class PurchaseText
{
    private static readonly string[] Names = ["location", "tax", "discount", "tip", "payments"];

    internal static string Of(InteractionRecord purchase)
    {
        var details = Names.Where(purchase.Details.ContainsKey).Select(n => $"{n}={Text(purchase.Details[n]!)}");
        var lines = purchase.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Quantity} {l.Name} ({l.Sku}) {l.Amount}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{purchase.Type} {purchase.Channel} {purchase.PersonStream}/{purchase.PersonKey} {purchase.Amount} {purchase.Currency}: {string.Join(", ", lines)}; {string.Join(' ', details)}");
    }

    private static string Text(JToken value) => value is JValue { Value: decimal number }
        ? number.ToString(CultureInfo.InvariantCulture)
        : value.ToString(Formatting.None).Replace("\"", string.Empty, StringComparison.Ordinal);
}
