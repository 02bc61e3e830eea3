using IntegrationHub.Plugins.Bridges;
using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A state comes back to the program as it wrote it, in the form of its kind.</summary>
public sealed class StateTests
{
    // A date that must stay a text, numbers that no double holds, blanks and escapes of the program's own.
    private const string Blob = """{ "at":"2024-01-31T10:00:00.000Z", "exact":0.10000000000000000000000001, "big":1e400,"id":18446744073709551616, "x":"\u00e9\/é\ud83d\ude00" , "z":[ ],"a":{"__ab_full_refresh_sync_complete":true}}""";

    [Theory]
    [InlineData($$$"""{"type":"STREAM","stream":{"stream_descriptor":{"name":"people"},"stream_state":{{{Blob}}}},"sourceStats":{"recordCount":4.0}}""", $$$"""[{"type":"STREAM","stream":{"stream_descriptor":{"name":"people"},"stream_state":{{{Blob}}}}}]""")]
    [InlineData($$$"""{"sourceStats":{},"global":{"shared_state":{{{Blob}}}, "stream_states":[]},"type":"GLOBAL"}""", $$$"""[{"type":"GLOBAL","global":{"shared_state":{{{Blob}}}, "stream_states":[]}}]""")]
    [InlineData($$$"""{"data":{{{Blob}}}}""", Blob)]
    [InlineData($$$"""{"type":"LEGACY","data":{{{Blob}}}}""", Blob)]
    [InlineData("""{"type":"LEGACY","data":null}""", null)]
    [InlineData("""{"type":"STREAM","stream":{"stream_descriptor":{"name":"people"},"stream_state":null}}""", null)]
    public async Task State_file_is_what_the_source_wrote_byte_for_byte(string state, string? file)
    {
        using var source = new CannedSource();
        source.Reads($"{{\"state\":{state},\"type\":\"STATE\"}}\n");
        var first = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));
        Assert.Null(source.Given("state.json"));

        await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"), after: first);

        Assert.Equal(file, source.Given("state.json"));
    }

    [Fact]
    public void Large_state_is_packed_and_comes_back_as_it_was()
    {
        var raw = $"{{\"seen\":[{string.Join(',', Enumerable.Range(0, 8_000))}],\"e\":\"é\\u00e9\"}}";
        var token = new KeptState(StateKind.Legacy, raw) { Line = "l", Number = 3, Covers = ["people"] }.ToToken();

        Assert.InRange(token.ToString(Newtonsoft.Json.Formatting.None).Length, 1, 64 * 1024);
        Assert.Equal(raw, KeptState.Read("people", JToken.Parse(token.ToString()))!.Raw);
    }

    [Fact]
    public async Task Files_of_a_run_are_private_and_gone_after_it()
    {
        using var source = new CannedSource();
        source.Reads("", exit: 1);

        await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        var places = source.Given("places")!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' ')).ToList();
        Assert.Equal(3, places.Count); // Of discover the configuration, of read the catalog too.
        Assert.All(places, p => Assert.Equal(("600", "700"), (p[0], p[1])));
        Assert.All(places, p => Assert.False(Path.Exists(Path.GetDirectoryName(p[2]))));
        Assert.Equal((string?)source.Settings()["config"], source.Given("config.json"));
    }

    [Fact]
    public void Files_of_a_hub_that_was_killed_are_deleted_by_the_next_and_those_of_a_living_one_stay()
    {
        const int NoProcess = 2_000_000_001;
        var orphan = Directory.CreateTempSubdirectory($"hub-bridge-{NoProcess}-");
        using var own = new PrivateFolder();

        PrivateFolder.SweepOrphans();

        Assert.False(Path.Exists(orphan.FullName));
        Assert.True(Path.Exists(own.FullPath));
    }

    [Fact]
    public async Task Configuration_that_the_source_changes_is_kept_at_once_and_used_from_then_on()
    {
        using var source = new CannedSource();
        source.Reads("""{"type":"CONTROL","control":{"type":"CONNECTOR_CONFIG","emitted_at":1,"connectorConfig":{"config":{"api_key":"new","expires":"2025-01-01T00:00:00.000Z"}}}}""" + "\n");
        var credentials = new MemoryCredentialStore();

        await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"), BridgeRun.Context(credentials: credentials));

        Assert.Equal(
            """{"api_key":"new","start":"2024-01-01T00:00:00.000Z","rate":1.10,"expires":"2025-01-01T00:00:00.000Z"}""",
            (await credentials.ReadAsync("config", TestContext.Current.CancellationToken))!.Reveal());
    }

    [Fact]
    public void Stream_that_starts_over_gets_a_run_without_the_state_that_speaks_of_it()
    {
        var shared = new KeptState(StateKind.Legacy, "{}") { Line = "l", Number = 7, Covers = ["a", "b"] };

        var groups = ReadPlanner.Plan([Request("a", shared), Request("b", null), Request("new", null)], static _ => true);

        Assert.Equal(["a,new", "b"], groups.Select(g => string.Join(',', g.Streams)));
        Assert.Equal([shared.Raw, null], groups.Select(g => g.Shared?.Raw));
    }

    [Fact]
    public void Part_of_a_stream_that_starts_over_is_cut_out_of_a_global_state()
    {
        const string Global = """{"shared_state":{"lsn": 1.50},"stream_states":[{"stream_descriptor":{"name":"a"},"stream_state":{"x": 1}},{"stream_descriptor":{"name":"b","namespace":"n"},"stream_state":{}}]}""";
        var shared = new KeptState(StateKind.Global, Global) { Line = "l", Number = 7, Covers = ["a", "n.b"] };

        var group = Assert.Single(ReadPlanner.Plan([Request("a", shared), Request("n.b", null)], static _ => true));

        Assert.Equal(
            """[{"type":"GLOBAL","global":{"shared_state":{"lsn": 1.50},"stream_states":[{"stream_descriptor":{"name":"a"},"stream_state":{"x": 1}}]}}]""",
            AirbyteStateText.Write(group));
    }

    [Fact]
    public void Oldest_state_of_a_row_is_taken_when_a_crash_left_two()
    {
        var older = new KeptState(StateKind.Singer, "1") { Line = "l", Number = 7, Covers = ["a", "b"] };
        var newer = older with { Raw = "2", Number = 8 };

        Assert.Equal("1", Assert.Single(ReadPlanner.Plan([Request("a", newer), Request("b", older)], static _ => true)).Shared!.Raw);
    }

    private static StreamRequest Request(string stream, KeptState? state) => new(stream, SyncMode.Full) { State = state?.ToToken() };
}
