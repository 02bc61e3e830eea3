using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>Answers for customers, orders and locations as Square does: a bearer token, pages by cursor.</summary>
internal sealed class SquareEndpoint(string token, Func<string, JArray> read)
{
    private const int LimitDefault = 100;

    private readonly JArray _customers = read("square-customers.json");
    private readonly JArray _orders = read("square-orders.json");
    private readonly JArray _locations = read("square-locations.json");

    public async Task<StubAnswer> AnswerAsync(HttpRequest request, string path)
    {
        if (request.Headers.Authorization != "Bearer " + token)
        {
            return Error(StatusCodes.Status401Unauthorized, "AUTHENTICATION_ERROR", "UNAUTHORIZED");
        }

        switch (request.Method, path)
        {
            case ("GET", "/v2/locations"):
                return StubAnswer.Ok(new JObject { ["locations"] = _locations });
            case ("GET", "/v2/customers"):
                return Page("customers", _customers.OfType<JObject>(), request.Query["limit"], request.Query["cursor"]);
            case ("POST", "/v2/customers/search"):
                return Search("customers", _customers.OfType<JObject>(), await BodyAsync(request), "query.filter.updated_at.start_at");
            case ("POST", "/v2/orders/search"):
                var body = await BodyAsync(request);
                var locations = (body["location_ids"] as JArray ?? []).Select(l => (string?)l).ToHashSet(StringComparer.Ordinal);
                var orders = _orders.OfType<JObject>().Where(o => locations.Contains((string?)o["location_id"]));
                return Search("orders", orders, body, "query.filter.date_time_filter.updated_at.start_at");
            default:
                return Error(StatusCodes.Status404NotFound, "INVALID_REQUEST_ERROR", "NOT_FOUND");
        }
    }

    // Times are all written alike, so they compare as texts.
    private static StubAnswer Search(string name, IEnumerable<JObject> records, JObject body, string sincePath)
    {
        var since = (string?)body.SelectToken(sincePath) ?? string.Empty;
        var changed = records.Where(r => string.CompareOrdinal((string?)r["updated_at"], since) >= 0);
        return Page(name, changed, Convert.ToString((object?)(JToken?)body["limit"], CultureInfo.InvariantCulture), (string?)body["cursor"]);
    }

    private static StubAnswer Page(string name, IEnumerable<JObject> records, string? limitText, string? cursor)
    {
        var limit = int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : LimitDefault;
        var offset = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var rest = records.Skip(offset).Take(limit + 1).ToList();
        var page = new JObject { [name] = new JArray(rest.Take(limit)) };
        if (rest.Count > limit)
        {
            page["cursor"] = (offset + limit).ToString(CultureInfo.InvariantCulture);
        }

        return StubAnswer.Ok(page);
    }

    private static async Task<JObject> BodyAsync(HttpRequest request)
    {
        using var text = new StreamReader(request.Body);
        using var json = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return await JObject.LoadAsync(json, request.HttpContext.RequestAborted);
    }

    private static StubAnswer Error(int status, string category, string code) =>
        new(status, new JObject { ["errors"] = new JArray(new JObject { ["category"] = category, ["code"] = code }) });
}
