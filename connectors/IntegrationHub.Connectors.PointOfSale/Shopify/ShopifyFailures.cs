using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Sorts Shopify's failures, most of which come with status 200. Its own sentences are not passed on: they may quote a
/// customer's value.</summary>
internal static class ShopifyFailures
{
    internal static ConnectorException? Of(HttpAnswer answer)
    {
        switch (answer.StatusCode)
        {
            case 402:
                return ConnectorException.Configuration("url", $"{answer.Operation} answered 402: the shop is frozen.", "Its owner must settle the bill at Shopify.");
            case 423:
                return ConnectorException.Configuration("url", $"{answer.Operation} answered 423: the shop is locked.", "Its owner must ask Shopify support.");
            default:
                return OfErrors(answer);
        }
    }

    private static ConnectorException? OfErrors(HttpAnswer answer)
    {
        if ((answer.Body as JObject)?["errors"] is not JArray { Count: > 0 } errors)
        {
            return null;
        }

        var codes = errors.OfType<JObject>().Select(e => (string?)(e.Object("extensions")?["code"] as JValue)).ToHashSet(StringComparer.Ordinal);
        if (codes.Contains("ACCESS_DENIED"))
        {
            return ConnectorException.Configuration(
                "accessToken",
                $"{answer.Operation}: the access token may not read this.",
                "Give the app the scopes read_customers and read_orders, and access to protected customer data (name, address, e-mail, phone).");
        }

        return codes.Contains("MAX_COST_EXCEEDED")
            ? ConnectorException.Configuration(
                "ordersPerPage", $"{answer.Operation}: the query costs more than Shopify allows for one.", "Lower 'ordersPerPage' and 'customersPerPage'.")
            : GraphQl.FailureOf(answer);
    }
}
