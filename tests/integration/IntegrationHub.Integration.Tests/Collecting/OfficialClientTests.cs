using System.Text.Json;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Integration.Tests.Collecting;

/// <summary>The vendors' own clients, unchanged but for the address, against the real server.</summary>
public sealed class OfficialClientTests(CollectServer server) : IClassFixture<CollectServer>
{
    [Fact]
    public async Task Segments_client_brings_one_customer_with_all_they_did_each_once_also_when_answers_fail_and_get_lost()
    {
        await using var proxy = new FlakyProxy(server.Url, FreePort.Next(), "429", "500", "lost");

        await CollectServer.RunClientAsync("segment.cjs", new Uri(proxy.Url, "/v1/collect/web").ToString(), CollectServer.WriteKey);
        var (customer, timeline) = await server.CustomerAsync("carla@cust.example", interactions: 5);

        Assert.Equal(4, proxy.Requests);
        Assert.Equal(
            ["event Newsletter Opened", "order Order O-7001", "visit Basket", "visit Home", "visit Offers"],
            timeline.EnumerateArray().Select(i => $"{Text(i, "type")} {Text(i, "title")}").Order(StringComparer.Ordinal));
        var order = timeline.EnumerateArray().Single(i => Text(i, "type") == "order");
        Assert.Equal((31.5m, "EUR", "Mug"), (order.GetProperty("amount").GetDecimal(), Text(order, "currency"), Text(order.GetProperty("lines")[0], "name")));
        var values = customer.GetProperty("values").ToString();
        foreach (var value in new[] { "Carla", "49301234567", "Customer GmbH", "cust-2001", "anon-55021", "anon-77310" })
        {
            Assert.Contains(value, values, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Segments_client_may_log_in_by_oauth()
    {
        await CollectServer.RunClientAsync("segment-oauth.cjs", server.Collect.ToString(), "token-7c21");

        await server.CustomerAsync("otto@cust.example", interactions: 1);
    }

    [Fact]
    public async Task Rudderstacks_client_brings_its_gzipped_batches_also_when_answers_fail()
    {
        await using var proxy = new FlakyProxy(server.Url, FreePort.Next(), "500", "lost");

        await CollectServer.RunClientAsync("rudderstack.cjs", new Uri(proxy.Url, "/v1/collect/web").ToString(), CollectServer.WriteKey);
        var (_, timeline) = await server.CustomerAsync("rosa@cust.example", interactions: 3);

        Assert.Equal(["order", "visit", "visit"], timeline.EnumerateArray().Select(i => Text(i, "type")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Posthogs_client_brings_persons_pages_and_orders_also_when_answers_fail()
    {
        await using var proxy = new FlakyProxy(server.Url, FreePort.Next(), "500", "lost");

        await CollectServer.RunClientAsync("posthog.cjs", new Uri(proxy.Url, "/v1/collect/web").ToString(), CollectServer.WriteKey);
        var (customer, timeline) = await server.CustomerAsync("pia@cust.example", interactions: 3);

        Assert.Equal(["event", "order", "visit"], timeline.EnumerateArray().Select(i => Text(i, "type")).Order(StringComparer.Ordinal));
        Assert.Contains("Acme", customer.GetProperty("values").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matomos_client_brings_single_and_bulk_calls()
    {
        await CollectServer.RunClientAsync("matomo.cjs", server.Collect.ToString(), CollectServer.WriteKey);
        var (_, timeline) = await server.CustomerAsync("mara@cust.example", interactions: 3);

        Assert.Equal(
            ["event Video: Play", "order Order M-1", "visit Mugs"],
            timeline.EnumerateArray().Select(i => $"{Text(i, "type")} {Text(i, "title")}").Order(StringComparer.Ordinal));
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
