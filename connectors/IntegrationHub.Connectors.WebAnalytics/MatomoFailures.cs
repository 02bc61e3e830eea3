using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Sorts Matomo's failures. It answers many of them with status 200 and <c>{"result":"error"}</c>, and a wrong token
/// with an HTML page. Its own words are not passed on: they may quote what was asked.</summary>
internal static class MatomoFailures
{
    internal static ConnectorException? Of(HttpAnswer answer)
    {
        if (answer.StatusCode == 401)
        {
            return ConnectorException.Configuration(
                "token",
                $"{answer.Operation} answered 401{(answer.IsHtml ? " with an HTML page" : string.Empty)}: Matomo does not accept the token.",
                "Make a new auth token in Matomo (Personal, Security) and set it.");
        }

        if (answer.Body is not JObject body || (string?)body["result"] != "error")
        {
            return null;
        }

        var words = body["message"]?.ToString() ?? string.Empty;
        if (Has(words, "token") || Has(words, "authenticate") || Has(words, "logged in"))
        {
            return ConnectorException.Configuration(
                "token", $"{answer.Operation}: Matomo does not accept the token.", "Make a new auth token in Matomo (Personal, Security) and set it.");
        }

        if (Has(words, "access") || Has(words, "website") || Has(words, "idSite"))
        {
            return ConnectorException.Configuration(
                "siteId", $"{answer.Operation}: the token has no view access to this site, or there is no such site.",
                "Check the site id, and the rights of the token's user in Matomo (Administration, Users).");
        }

        return Has(words, "does not exist") || Has(words, "not available") || Has(words, "plugin")
            ? ConnectorException.Configuration(
                "url", $"{answer.Operation}: this Matomo does not know the method Live.getLastVisitsDetails.",
                "Switch on the plugin Live in Matomo (Administration, Plugins); versions 4 and 5 have it.")
            : ConnectorException.Defect($"{answer.Operation}: Matomo answered with an error of its own that this connector does not know.");
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
