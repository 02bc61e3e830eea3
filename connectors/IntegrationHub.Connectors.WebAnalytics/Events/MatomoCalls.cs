using System.Collections.Specialized;
using System.Globalization;
using System.Text;
using System.Web;
using IntegrationHub.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Takes calls of Matomo's tracking API apart: one call in the query or a form, or many in a JSON document.
/// Source: Matomo, Tracking HTTP API Reference.</summary>
internal static class MatomoCalls
{
    /// <summary>Gives the calls, and the token they show together.</summary>
    internal static (List<NameValueCollection> Calls, string? Token, bool IsBulk) Of(ReceivedRequest request, ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        var query = new NameValueCollection();
        foreach (var (name, value) in request.Query)
        {
            query[name] = value;
        }

        if (text.TrimStart().StartsWith('{'))
        {
            var bulk = EventJson.Object(EventJson.Parse(body));
            return bulk["requests"] is JArray { Count: <= EventLimits.EventsMax } requests
                ? ([.. requests.Select(CallOf)], EventJson.Text(bulk["token_auth"]) ?? query["token_auth"], true)
                : throw RefusedException.Bad($"The body has no 'requests' of at most {EventLimits.EventsMax} calls.");
        }

        foreach (string? name in HttpUtility.ParseQueryString(text))
        {
            query[name] = HttpUtility.ParseQueryString(text)[name];
        }

        return ([query], query["token_auth"], false);
    }

    /// <summary>Writes a call in one form, for an id of it and for repair; the token left out.</summary>
    internal static JObject ToJson(NameValueCollection call)
    {
        var json = new JObject();
        foreach (var name in call.AllKeys.OfType<string>().Where(n => n is not ("token_auth" or "cip")).Order(StringComparer.Ordinal))
        {
            json[name] = call[name];
        }

        return json;
    }

    private static NameValueCollection CallOf(JToken request)
    {
        if (request is not JObject named)
        {
            var text = EventJson.Text(request) ?? string.Empty;
            return HttpUtility.ParseQueryString(text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        }

        var call = new NameValueCollection();
        foreach (var (name, value) in named)
        {
            call[name] = value is JValue single ? single.ToString(CultureInfo.InvariantCulture) : value?.ToString(Formatting.None);
        }

        return call;
    }
}
