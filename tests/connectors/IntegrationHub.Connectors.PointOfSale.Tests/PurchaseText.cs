using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Connectors.PointOfSale.Tests;

/// <summary>What every till must tell of a purchase, on one line.</summary>
internal static class PurchaseText
{
    private static readonly string[] Names = ["location", "tax", "discount", "tip", "payments"];

    internal static string Of(InteractionRecord purchase)
    {
        var details = Names.Where(purchase.Details.ContainsKey).Select(n => $"{n}={purchase.Details[n]!.ToString(Formatting.None).Replace("\"", string.Empty, StringComparison.Ordinal)}");
        var lines = purchase.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Quantity} {l.Name} ({l.Sku}) {l.Amount}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{purchase.Type} {purchase.Channel} {purchase.PersonStream}/{purchase.PersonKey} {purchase.Amount} {purchase.Currency}: {string.Join(", ", lines)}; {string.Join(' ', details)}");
    }
}
