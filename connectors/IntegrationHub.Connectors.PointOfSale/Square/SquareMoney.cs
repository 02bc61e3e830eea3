using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Amounts as Square writes them: a whole number of the currency's smallest unit.</summary>
internal static class SquareMoney
{
    /// <summary>Reads a Money object.</summary>
    /// <returns>The amount in whole units; <see langword="null"/> where there is none.</returns>
    internal static decimal? Amount(JToken? money)
    {
        if (money is not JObject || Currency(money) is not { } currency
            || money["amount"] is not JValue { Value: { } value }
            || !decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units))
        {
            return null;
        }

        var exponent = Exponent(currency);
        for (var i = 0; i < exponent; i++)
        {
            units /= 10;
        }

        return units;
    }

    internal static string? Currency(JToken? money) => money is JObject && (string?)money["currency"] is { Length: 3 } currency ? currency : null;

    // ISO 4217, column "minor unit"; BTC counts in satoshi.
    private static int Exponent(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" => 0,
        "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        "BTC" => 8,
        _ => 2,
    };
}
