using IntegrationHub.Plugins.Processes.Protocol;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Settings;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Tests.Processes;

public sealed class ChildConnectorTests : IDisposable
{
    private readonly PluginFolder _folder = new();
    private readonly CapturingLogger _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_connector_in_a_child_process_answers_every_call_as_it_would_here()
    {
        _folder.Add("Fixture.One");
        await using var here = await _folder.Catalog().OpenAsync("fixture-one", Token);
        await using var there = await _folder.Catalog(inProcess: false).OpenAsync("fixture-one", Token);

        Assert.IsType<ChildConnector>(((MaskingConnector)there).Inner);
        Assert.Equal(Shown(here.Description), Shown(there.Description));
        Assert.Equal((here.PluginName, here.Version, here.IsPull), (there.PluginName, there.Version, there.IsPull));
        var settings = new JObject { ["word"] = "good day" };
        Assert.Equal("good day", (await there.CheckAsync(settings, Context(), Token)).Message);
        Assert.Equal(await here.DiscoverAsync(settings, Context(), Token), await there.DiscoverAsync(settings, Context(), Token));
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => there.CheckAsync(new JObject { ["wrod"] = "x" }, Context(), Token));
        Assert.Equal((FailureKind.Configuration, "wrod"), (failure.Kind, failure.Setting));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await there.ReceiveAsync(settings, Request(), Context(), Token));
    }

    [Fact]
    public async Task Log_lines_of_the_connector_reach_the_hubs_log_without_its_secrets()
    {
        _folder.Add("Fixture.Hostile");
        await using var connector = await _folder.Catalog(inProcess: false).OpenAsync("hostile", Token);

        await Assert.ThrowsAsync<ConnectorException>(
            () => ReadAsync(connector, new JObject { ["fault"] = "secrets", ["token"] = "t0ken" }));

        Assert.Contains(_log.Lines, l => l is { Level: LogLevel.Information, Text: "Connecting with ***" });
    }

    [Fact]
    public async Task A_plugin_that_fails_in_its_process_is_set_aside_with_the_reason_it_gives_here()
    {
        _folder.Add("Fixture.Faulty", connectors: "faulty-constructor");
        var catalog = _folder.Catalog(inProcess: false);

        var failure = await Assert.ThrowsAsync<PluginException>(() => catalog.OpenAsync("faulty-constructor", Token));

        Assert.Contains("The constructor of the fixture throws", Assert.Single(failure.Reasons), StringComparison.Ordinal);
        Assert.Equal(ConnectorState.Quarantined, Assert.Single(catalog.Scan()).State);
    }

    [Fact]
    public async Task A_plugin_that_takes_its_process_down_as_it_is_loaded_is_set_aside_in_words()
    {
        _folder.Add("Fixture.Faulty", connectors: "faulty-crash");

        var failure = await Assert.ThrowsAsync<PluginException>(() => _folder.Catalog(inProcess: false).OpenAsync("faulty-crash", Token));

        Assert.Contains("aborted (SIGABRT) by its own call of Environment.FailFast while being loaded", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_crash_the_next_call_gets_a_new_process()
    {
        _folder.Add("Fixture.Hostile");
        await using var connector = await _folder.Catalog(inProcess: false).OpenAsync("hostile", Token);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => ReadAsync(connector, new JObject { ["fault"] = "native-crash" }));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Contains("(plugin Fixture.Hostile 1.0.0) crashed with a segmentation fault (SIGSEGV) while reading", failure.Message, StringComparison.Ordinal);
        Assert.Equal(202, (await ReadAsync(connector, [])).Count);
    }

    [Fact]
    public async Task A_read_that_is_left_early_leaves_a_process_that_can_be_used_again()
    {
        _folder.Add("Fixture.Hostile");
        await using var connector = await _folder.Catalog(inProcess: false).OpenAsync("hostile", Token);
        var settings = new JObject { ["count"] = 1_000_000 };

        await foreach (var message in connector.ReadAsync(settings, Everything(), Context(), Token))
        {
            Assert.Equal("people", message.Stream);
            break;
        }

        Assert.Equal("fine", (await connector.CheckAsync([], Context(), Token)).Message);
    }

    [Theory]
    [InlineData("block-in-read", "did not answer within 0.5 s while reading and was killed")]
    [InlineData("ignore-cancellation", "did not answer within 0.5 s while reading and was killed")]
    public async Task A_connector_that_says_nothing_any_more_is_killed_by_name(string fault, string expected)
    {
        _folder.Add("Fixture.Hostile");
        var limits = new CallLimits { Progress = TimeSpan.FromSeconds(0.5), StopGrace = TimeSpan.FromSeconds(0.2) };
        await using var connector = await _folder.Catalog(inProcess: false, limits: limits).OpenAsync("hostile", Token);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => ReadAsync(connector, new JObject { ["fault"] = fault }));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_that_a_connector_ignores_ends_its_process()
    {
        _folder.Add("Fixture.Hostile");
        var limits = new CallLimits { StopGrace = TimeSpan.FromSeconds(0.2) };
        await using var connector = await _folder.Catalog(inProcess: false, limits: limits).OpenAsync("hostile", Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(TimeSpan.FromSeconds(0.5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ReadAsync(connector, new JObject { ["fault"] = "ignore-cancellation" }, stop.Token));

        Assert.Equal("fine", (await connector.CheckAsync([], Context(), Token)).Message);
    }

    [Fact]
    public async Task A_secret_that_changes_is_locked_read_and_stored_in_the_hub()
    {
        _folder.Add("Fixture.Hostile");
        var store = new MemoryCredentialStore();
        await store.StoreAsync("token", new Secret("first"), Token);
        var context = new ConnectorContext { SourceName = "test", Credentials = store };
        await using var connector = await _folder.Catalog(inProcess: false).OpenAsync("hostile", Token);
        Task<CheckResult> waiting;
        await using (await store.LockAsync("token", Token))
        {
            waiting = connector.CheckAsync(new JObject { ["fault"] = "rotate" }, context, Token);
            Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(0.5), Token)));
            await store.StoreAsync("token", new Secret("second"), Token);
        }

        await waiting;
        Assert.Equal("rotated", (await connector.CheckAsync(new JObject { ["fault"] = "rotate" }, context, Token)).Message);

        Assert.Equal("second, rotated, rotated", (await store.ReadAsync("token", Token))!.Reveal());
        await using var free = await store.LockAsync("token", Token);
    }

    [Fact]
    public async Task A_fast_connector_waits_for_a_slow_hub()
    {
        _folder.Add("Fixture.Hostile");
        await using var connector = await _folder.Catalog(inProcess: false).OpenAsync("hostile", Token);
        await using var messages = connector.ReadAsync(new JObject { ["count"] = 3_000_000 }, Everything(), Context(), Token).GetAsyncEnumerator(Token);
        Assert.True(await messages.MoveNextAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Task.Delay(TimeSpan.FromSeconds(1), Token);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4_000_000);
        Assert.True(await messages.MoveNextAsync());
    }

    private static string Shown(object value) => Newtonsoft.Json.JsonConvert.SerializeObject(value);

    private static ReadRequest Everything() => new([new StreamRequest("people", SyncMode.Full)], DateTimeOffset.UnixEpoch);

    private static ReceivedRequest Request() => new() { Method = "POST", Path = "/", ReceivedAt = DateTimeOffset.UnixEpoch };

    private async Task<List<Message>> ReadAsync(LoadedConnector connector, JObject settings, CancellationToken? cancellationToken = null)
    {
        var messages = new List<Message>();
        await foreach (var message in connector.ReadAsync(settings, Everything(), Context(), cancellationToken ?? Token))
        {
            messages.Add(message);
        }

        return messages;
    }

    private ConnectorContext Context() => new() { SourceName = "test", Logger = _log };
}
