using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using Sample.Connector.FakeApi;

namespace Sample.Connector.Tests;

/// <summary>What is this connector's own; see <see cref="SampleClassConformance"/> for the rest.</summary>
public sealed class SampleClassConnectorTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private StubServer _api = null!;

    public async ValueTask InitializeAsync() => _api = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Customers_arrive_with_their_values_and_a_broken_one_is_set_aside()
    {
        var read = await ReadAsync(new StreamRequest("people", SyncMode.Full));

        Assert.Equal(["c-1", "c-2", "c-3", "c-4"], read.People.Select(p => p.Key));
        Assert.Equal("ada@example.com", read.People.First().Fields.Single(f => f.Field == PersonFields.Email).Value);
        Assert.Equal("The customer has no id.", Assert.Single(read.Rejections).Reason);
    }

    [Fact]
    public async Task An_incremental_read_asks_for_what_changed()
    {
        var read = await ReadAsync(new StreamRequest("people", SyncMode.Incremental) { Since = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) });

        Assert.Equal(["c-3", "c-4"], read.People.Select(p => p.Key));
    }

    private Task<MessageCollector> ReadAsync(StreamRequest stream) => MessageCollector.ReadAsync(
        new SampleClassConnector(),
        new JObject { ["url"] = _api.Address.ToString(), ["token"] = FakeServer.Token },
        new ReadRequest([stream], Now),
        new ConnectorContext { SourceName = "try" },
        cancellationToken: TestContext.Current.CancellationToken);
}
