using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Reads fields of an answer whose shape may differ from what the vendor documents: what does not fit is not there.</summary>
internal static class JsonFields
{
    // A quotient has no more places than it needs.
    private const decimal NoTrailingZeros = 1.0000000000000000000000000000m;

    /// <summary>Gives a text that is not empty.</summary>
    internal static string? Text(this JObject json, string name) => json[name] is JValue { Value: string { Length: > 0 } text } ? text : null;

    /// <summary>Gives an object.</summary>
    internal static JObject? Object(this JObject json, string name) => json[name] as JObject;

    /// <summary>Gives the objects of a list.</summary>
    internal static IEnumerable<JObject> Objects(this JObject json, string name) => (json[name] as JArray ?? []).OfType<JObject>();

    /// <summary>Gives a number, written as a number or as text.</summary>
    internal static decimal? Number(this JObject json, string name) =>
        json[name] is JValue { Value: { } value } and { Type: not JTokenType.Boolean }
        && decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Gives a number that the source computes with floating point: the noise behind the sixth place is cut off, and zeros at the end.</summary>
    internal static decimal? Amount(this JObject json, string name) => json.Number(name) is { } number ? Math.Round(number, 6) / NoTrailingZeros : null;

    /// <summary>Gives a whole number as text.</summary>
    internal static string? Whole(JToken? token) =>
        token is JValue { Type: JTokenType.Integer } number ? ((long)number).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Gives the number that a record goes by.</summary>
    internal static string? Id(this JObject record) => Whole(record["id"]);

    /// <summary>Sets a value unless there is none or it is zero.</summary>
    internal static void Put(this JObject json, string name, JToken? value)
    {
        // A text that is null becomes a token of the type text that holds nothing.
        if (value is not (null or JValue { Value: null or 0m }))
        {
            json[name] = value;
        }
    }
}
