using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using Sample.Connector.FakeApi;

namespace Sample.Connector.Tests;

public sealed class SampleClassConnectorTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConnectorContext _context = new() { SourceName = "try", Clock = new ManualClock(Now) };
    private StubServer _api = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _api = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Every_customer_of_every_page_is_read_and_a_broken_one_is_set_aside()
    {
        var read = await MessageCollector.ReadAsync(new SampleClassConnector(), Settings(pageSize: 2), Full(), _context, cancellationToken: Cancelled);

        Assert.Equal(["c-1", "c-2", "c-3", "c-4"], read.People.Select(p => p.Key));
        Assert.Equal("Zoë", read.People.Last().Fields.Single(f => f.Field == PersonFields.NameGiven).Value);
        Assert.Equal("The customer has no id.", Assert.Single(read.Rejections).Reason);
        Assert.Equal(["people"], read.CompletedStreams);
    }

    [Fact]
    public async Task An_incremental_read_asks_for_what_changed()
    {
        var request = new ReadRequest(
            [new StreamRequest("people", SyncMode.Incremental) { Since = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) }], Now);
        var read = await MessageCollector.ReadAsync(new SampleClassConnector(), Settings(), request, _context, cancellationToken: Cancelled);

        Assert.Equal(["c-3", "c-4"], read.People.Select(p => p.Key));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_named_as_the_setting_to_change()
    {
        var settings = Settings();
        settings["token"] = "wrong";

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => new SampleClassConnector().CheckAsync(settings, _context, Cancelled));

        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.Equal("token", failure.Setting);
        Assert.DoesNotContain("wrong", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_that_is_cut_off_anywhere_goes_on_without_a_loss() =>
        await ResumeCheck.RunAsync(() => new SampleClassConnector(), Settings(pageSize: 2), Full(), _context, cancellationToken: Cancelled);

    private static ReadRequest Full() => new([new StreamRequest("people", SyncMode.Full)], Now);

    private JObject Settings(int pageSize = 100) => new()
    {
        ["url"] = _api.Address.ToString(),
        ["token"] = FakeServer.Token,
        ["pageSize"] = pageSize,
    };
}
