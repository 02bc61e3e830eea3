using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Sorts Square's failures by the category and code of the first one. Square's own sentence (<c>detail</c>) is not
/// passed on: it may quote a customer's value.</summary>
internal static class SquareFailures
{
    internal static ConnectorException? Of(HttpAnswer answer)
    {
        if ((answer.Body as JObject)?["errors"] is not JArray { Count: > 0 } errors || errors[0] is not JObject error)
        {
            return null;
        }

        var code = Word(error["code"]);
        var what = $"{answer.Operation} answered {answer.StatusCode} {Word(error["category"])} {code}";
        switch (Word(error["category"]))
        {
            case "AUTHENTICATION_ERROR" when code is "INSUFFICIENT_SCOPES" or "FORBIDDEN":
                return ConnectorException.Configuration(
                    "accessToken", $"{what}: the access token may not read this.",
                    "Give it the permissions CUSTOMERS_READ, ORDERS_READ and MERCHANT_PROFILE_READ, and LOYALTY_READ where loyalty is read.");
            case "AUTHENTICATION_ERROR":
                return ConnectorException.Configuration(
                    "accessToken", $"{what}: Square does not accept the access token.", "Make a new access token in the Square developer console.");
            case "RATE_LIMIT_ERROR":
                return ConnectorException.Transient($"{what}: too many requests.");
            case "API_ERROR" when answer.StatusCode >= 500:
                return ConnectorException.Transient($"{what}.");
            case "INVALID_REQUEST_ERROR" when code is "INVALID_LOCATION" or "LOCATION_MISMATCH" || Word(error["field"]).StartsWith("LOCATION_ID", StringComparison.Ordinal):
                return ConnectorException.Configuration(
                    "locationIds", $"{what}: Square does not know a location.", "Check the setting 'locationIds', or leave it empty for all locations.");
            default:
                return answer.IsSuccess || answer.StatusCode is >= 400 and < 500
                    ? ConnectorException.Defect($"{what}; expected success.")
                    : null;
        }
    }

    /// <summary>Says whether Square does not know a paging cursor any more.</summary>
    internal static bool IsCursorGone(HttpAnswer answer) =>
        (answer.Body as JObject)?["errors"] is JArray { Count: > 0 } errors && Word((errors[0] as JObject)?["code"]) == "INVALID_CURSOR";

    /// <summary>Says whether the token may not read this, or the seller has no such thing.</summary>
    internal static bool IsWithheld(HttpAnswer answer) =>
        answer.StatusCode == 404
        || ((answer.Body as JObject)?["errors"] is JArray { Count: > 0 } errors
            && Word((errors[0] as JObject)?["code"]) is "INSUFFICIENT_SCOPES" or "FORBIDDEN" or "NOT_FOUND");

    // Categories, codes and field names are words of a fixed list; anything else is not repeated.
    private static string Word(JToken? token) =>
        token is JValue { Value: string { Length: > 0 and <= 60 } word } && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
            ? word.ToUpperInvariant()
            : "UNKNOWN";
}
