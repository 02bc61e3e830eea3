using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>What GraphQL APIs have in common; for <see cref="Paging.ByPageInfoAsync"/> and options. Stateless.</summary>
public static class GraphQl
{
    /// <summary>Makes the request for a query. It is repeatable: queries only read.</summary>
    /// <param name="path">The endpoint, relative to the base address.</param>
    /// <param name="query">The query document.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cost">What it costs, where the system counts cost.</param>
    /// <returns>The request.</returns>
    public static HubHttpRequest Query(string path, string query, JObject? variables = null, double cost = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(query);
        return new HubHttpRequest(HttpMethod.Post, path)
        {
            Json = new JObject { ["query"] = query, ["variables"] = variables ?? new JObject() },
            IsRepeatable = true,
            Cost = cost,
        };
    }

    /// <summary>Finds the failure in an answer with <c>errors</c>, which comes with status 200; for
    /// <see cref="HubHttpOptions.MapFailure"/>.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Code <c>THROTTLED</c> is transient; everything else is a defect. The system's own sentence is not passed on, it may
    /// quote a customer's value. <see langword="null"/> when there is no error.</returns>
    public static ConnectorException? FailureOf(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);

        if ((answer.Body as JObject)?["errors"] is not JArray { Count: > 0 } errors)
        {
            return null;
        }

        var code = Words.Code(errors[0] is JObject error ? (error["extensions"] as JObject)?["code"] : null);
        var what = string.Create(CultureInfo.InvariantCulture, $"{answer.Operation} answered with {errors.Count} GraphQL errors, the first of code {code}");
        return code is "THROTTLED"
            ? ConnectorException.Transient(what + ".")
            : ConnectorException.Defect(what + "; expected a query that the system understands.");
    }

    /// <summary>Reads what Shopify and its like tell about cost (<c>extensions.cost.throttleStatus</c>); for
    /// <see cref="RateBudget.Read"/>.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The numbers, or <see langword="null"/> when they are not there or make no sense.</returns>
    public static RateReport? CostOf(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);

        var status = answer.Body.SelectToken("extensions.cost.throttleStatus");
        return Number(status?["currentlyAvailable"]) is { } available
            && Number(status?["maximumAvailable"]) is { } maximum and >= 1
            && Number(status?["restoreRate"]) is { } restore and > 0
                ? new RateReport(available, maximum, restore)
                : null;
    }

    private static double? Number(JToken? token) =>
        token is JValue { Type: JTokenType.Integer or JTokenType.Float } value ? (double)value : null;
}
