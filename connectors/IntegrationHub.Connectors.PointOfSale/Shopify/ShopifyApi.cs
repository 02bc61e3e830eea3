using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Asks the Admin API of one shop, within the shop's budget of query cost.</summary>
internal sealed class ShopifyApi(ShopifySettings settings, ConnectorContext context) : IDisposable
{
    private const string Endpoint = "admin/api/" + ShopifyQueries.Version + "/graphql.json";

    // The least that Shopify gives a shop; its first answer tells what this one has.
    private const double RestorePerSecond = 100;
    private const int Burst = 2_000;
    private const double CostOfCustomer = 6;
    private const double CostOfOrder = 80;
    private const double CostMax = 1_000;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly HubHttpClient _client = new(
        new HubHttpOptions
        {
            BaseAddress = settings.Url,
            AddressSetting = "url",
            SecretSetting = "accessToken",
            Credential = HttpCredential.Header("X-Shopify-Access-Token", settings.AccessToken),
            RateBudget = new RateBudget(settings.Url.Authority, RestorePerSecond, Burst) { Read = GraphQl.CostOf },
            MapFailure = ShopifyFailures.Of,
        },
        context);

    /// <summary>Reads customers, oldest change first.</summary>
    internal IAsyncEnumerable<JArray> CustomersAsync(DateTimeOffset? since, CancellationToken cancellationToken) =>
        PagesAsync("customers", ShopifyQueries.Customers, settings.CustomersPerPage, CostOfCustomer, since, cancellationToken);

    /// <summary>Reads orders, oldest change first.</summary>
    internal IAsyncEnumerable<JArray> OrdersAsync(DateTimeOffset? since, CancellationToken cancellationToken) =>
        PagesAsync("orders", ShopifyQueries.Orders, settings.OrdersPerPage, CostOfOrder, since, cancellationToken);

    /// <summary>Reads the further lines of an order.</summary>
    internal async Task<IReadOnlyList<JObject>> LinesAsync(string orderId, string? after, int linesMax, CancellationToken cancellationToken)
    {
        var lines = new List<JObject>();
        var pages = Paging.ByPageInfoAsync(
            _client,
            cursor => GraphQl.Query(Endpoint, ShopifyQueries.OrderLines, new JObject { ["id"] = orderId, ["after"] = cursor }, cost: 300),
            body => body.SelectToken("data.order.lineItems"),
            new PagingOptions { Records = body => body.SelectToken("data.order.lineItems.nodes") as JArray },
            after,
            cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            lines.AddRange((page.Body.SelectToken("data.order.lineItems") as JObject)!.Objects("nodes"));
            if (lines.Count >= linesMax)
            {
                break;
            }
        }

        return lines;
    }

    /// <summary>Lists the ids of the refunds of an order, at most 100.</summary>
    internal async Task<IReadOnlyList<string>> RefundIdsAsync(string orderId, CancellationToken cancellationToken)
    {
        var data = await AskAsync(ShopifyQueries.OrderRefunds, orderId, cost: 100, cancellationToken).ConfigureAwait(false);
        return (data.Object("order")?.Objects("refunds") ?? []).Select(r => r.Text("id")).OfType<string>().ToList();
    }

    /// <summary>Reads one refund; <see langword="null"/> when it is not there any more.</summary>
    internal async Task<JObject?> RefundAsync(string id, CancellationToken cancellationToken) =>
        (await AskAsync(ShopifyQueries.Refund, id, cost: 400, cancellationToken).ConfigureAwait(false)).Object("refund");

    /// <summary>Asks for the shop's name and the token's scopes.</summary>
    internal async Task<JObject> CheckAsync(CancellationToken cancellationToken) =>
        DataOf(await _client.SendAsync(GraphQl.Query(Endpoint, ShopifyQueries.Check, cost: 2), cancellationToken).ConfigureAwait(false));

    public void Dispose() => _client.Dispose();

    private async IAsyncEnumerable<JArray> PagesAsync(
        string name, string query, int first, double costEach, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Shopify compares whole seconds.
        var filter = since is { } from ? $"updated_at:>='{from.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}'" : null;
        var pages = Paging.ByPageInfoAsync(
            _client,
            cursor => GraphQl.Query(
                Endpoint, query, new JObject { ["first"] = first, ["after"] = cursor, ["query"] = filter }, Math.Min(CostMax, 2 + (costEach * first))),
            body => (body as JObject)?.Object("data")?.Object(name),
            new PagingOptions { Records = body => (body as JObject)?.Object("data")?.Object(name)?["nodes"] as JArray },
            cancellationToken: cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return DataOf(page).Object(name)?["nodes"] as JArray
                ?? throw ConnectorException.Defect($"{page.Operation} gave no list of {name}; expected one.");
        }
    }

    private async Task<JObject> AskAsync(string query, string id, double cost, CancellationToken cancellationToken) => DataOf(
        await _client.SendAsync(GraphQl.Query(Endpoint, query, new JObject { ["id"] = id }, cost), cancellationToken).ConfigureAwait(false));

    private static JObject DataOf(HttpAnswer answer) =>
        (answer.Body as JObject)?.Object("data") ?? throw ConnectorException.Defect($"{answer.Operation} gave no data; expected some.");
}
