using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.PointOfSale.Shopify;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Shopify;

/// <summary>Shopify's own schema judges every query, and makes up the answers.</summary>
public sealed partial class ShopifySchemaTests
{
    [Fact]
    public async Task Every_query_is_valid_and_affordable_by_shopifys_schema_and_its_answers_are_understood()
    {
        var port = FreePort.Next();
        string[] arguments =
        [
            Repo.PathOf("tests", "connectors", "IntegrationHub.Connectors.PointOfSale.Tests", "Shopify", "shopify-server.mjs"),
            Counterparts.NodeFolder, ShopifyQueries.Version, port.ToString(CultureInfo.InvariantCulture),
        ];
        await using var server = RunningProgram.Start("node", arguments);
        await server.WaitForPortAsync(port);
        var settings = new JObject { ["url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"), ["accessToken"] = "shpat-made-up" };
        var context = new ConnectorContext { SourceName = "shop" };

        var token = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<ConnectorException>(() => new ShopifyConnector().CheckAsync(settings, context, token));
        var request = new ReadRequest(
            [new StreamRequest("people", SyncMode.Full), new StreamRequest("orders", SyncMode.Incremental) { Since = DateTimeOffset.UnixEpoch }], DateTimeOffset.UnixEpoch);
        var read = await MessageCollector.ReadAsync(new ShopifyConnector(), settings, request, context, cancellationToken: token);

        Assert.Empty(read.Rejections);
        Assert.Equal(
            ["email", "sms", "whatsapp"], read.Consents.Select(c => c.Channel).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var order = read.Interactions.First(i => i.Type is "order" or "order-cancelled");
        Assert.Equal((19.98m, "USD", "1234"), (order.Amount!.Value, order.Currency!, order.PersonKey!));
        Assert.Contains("\"lastFour\":\"4242\"", order.Details["payments"]!.ToString(Newtonsoft.Json.Formatting.None), StringComparison.Ordinal);
        Assert.Contains(read.Interactions, i => i.Type == "refund");
        var asked = Asked().Matches(server.Said).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(ShopifyQueries.All.Keys.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^(?<name>[A-Z][A-Za-z]+) [0-9]+\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
