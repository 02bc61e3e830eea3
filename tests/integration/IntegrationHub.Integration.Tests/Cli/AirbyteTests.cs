using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Integration.Tests.Cli;

/// <summary>Connectors of the hub as Airbyte sources, and back.</summary>
public sealed class AirbyteTests : IDisposable
{
    private readonly HubShell _hub = new();

    public AirbyteTests()
    {
        _hub.Write("people.csv", "id,first_name,last_name,email,home_city,work_city,newsletter,size\n"
            + string.Concat(Enumerable.Range(1, 6_000).Select(i => string.Create(
                CultureInfo.InvariantCulture, $"{i},Zoë,Name{i},p{i}@example.com;q{i}@example.com,Rome,Oslo,{(i % 2 == 0 ? "yes" : "no")},{i}.50\n"))));
        _hub.Write("config.json", """{"path":"people.csv"}""");
        _hub.Write("catalog.json", """{"streams":[{"stream":{"name":"people","json_schema":{}},"sync_mode":"incremental","destination_sync_mode":"append_dedup"}]}""");
    }

    public void Dispose() => _hub.Dispose();

    [Fact]
    public async Task Specification_tells_the_settings_in_order_and_which_are_secret()
    {
        var spec = Body(Lines((await _hub.DoAsync("airbyte", "pos-square", "spec")).Out).Single(), "SPEC", "spec").GetProperty("connectionSpecification");

        var properties = spec.GetProperty("properties");
        var secret = properties.EnumerateObject().First(p => p.Value.TryGetProperty("airbyte_secret", out var s) && s.GetBoolean());
        Assert.Equal("string", secret.Value.GetProperty("type").GetString());
        Assert.Equal(
            Enumerable.Range(0, properties.EnumerateObject().Count()), properties.EnumerateObject().Select(p => p.Value.GetProperty("order").GetInt32()));
    }

    [Fact]
    public async Task Failed_check_is_an_answer_and_ends_well()
    {
        _hub.Write("config.json", """{"path":"nothing-here.csv"}""");

        var result = await _hub.DoAsync("airbyte", "list-file", "check", "--config", "config.json");

        Assert.Equal("FAILED", Body(Lines(result.Out).Single(), "CONNECTION_STATUS", "connectionStatus").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Output_is_whole_lines_of_the_protocol_with_counted_states_and_stream_statuses()
    {
        var result = await _hub.DoAsync("airbyte", "list-file", "read", "--config", "config.json", "--catalog", "catalog.json");

        var lines = Lines(result.Out);
        Assert.DoesNotContain('\r', result.Out);
        Assert.EndsWith("\n", result.Out, StringComparison.Ordinal);
        Assert.NotEqual('\uFEFF', result.Out[0]);
        Assert.Equal(6_000, lines.Count(l => TypeOf(l) == "RECORD"));
        Assert.Equal(
            ["STARTED", "RUNNING", "COMPLETE"],
            lines.Where(l => TypeOf(l) == "TRACE").Select(l => l.GetProperty("trace").GetProperty("stream_status").GetProperty("status").GetString()));
        Assert.Equal(["5000.0", "1000.0", "0.0"], lines.Where(l => TypeOf(l) == "STATE")
            .Select(l => l.GetProperty("state").GetProperty("sourceStats").GetProperty("recordCount").GetRawText()));
    }

    [Fact]
    public async Task State_of_a_cut_read_goes_on_and_that_of_a_completed_one_reads_nothing_anew()
    {
        var lines = Lines((await _hub.DoAsync("airbyte", "list-file", "read", "--config", "config.json", "--catalog", "catalog.json")).Out);
        var states = lines.Where(l => TypeOf(l) == "STATE").Select(l => $"[{l.GetProperty("state").GetRawText()}]").ToList();

        _hub.Write("state.json", states[0]);
        var rest = Lines((await _hub.DoAsync("airbyte", "list-file", "read", "--config", "config.json", "--catalog", "catalog.json", "--state", "state.json")).Out);
        _hub.Write("state.json", states[^1]);
        var none = Lines((await _hub.DoAsync("airbyte", "list-file", "read", "--config", "config.json", "--catalog", "catalog.json", "--state", "state.json")).Out);

        Assert.Equal(1_000, rest.Count(l => TypeOf(l) == "RECORD"));
        Assert.Equal(0, none.Count(l => TypeOf(l) == "RECORD"));
    }

    [Fact]
    public async Task Wrong_catalog_is_a_configuration_error_in_the_words_of_the_protocol()
    {
        _hub.Write("catalog.json", """{"streams":[{"stream":{"name":"nobody"},"sync_mode":"full_refresh"}]}""");

        var result = await _hub.RunAsync("airbyte", "list-file", "read", "--config", "config.json", "--catalog", "catalog.json");

        Assert.Equal(1, result.Exit);
        Assert.Equal("config_error", Body(Lines(result.Out).Single(), "TRACE", "trace").GetProperty("error").GetProperty("failure_type").GetString());
    }

    [Fact]
    public async Task Connector_read_through_both_bridges_gives_the_same_people_as_the_connector_itself()
    {
        await _hub.DoAsync("init");
        await _hub.DoAsync("source", "add", "direct", "--connector", "list-file", "--set", "path=people.csv");
        await _hub.DoAsync("source", "add", "bridged", "--connector", "airbyte", "--set", $"command=dotnet,{HubShell.Program},airbyte,list-file", "--set-file", "config=config.json");

        Assert.Equal(await PreviewAsync("direct"), await PreviewAsync("bridged"));
        await _hub.DoAsync("sync", "run", "bridged");
        await _hub.DoAsync("sync", "run", "bridged");
        var runs = JToken.Parse((await _hub.DoAsync("sync", "list", "--json")).Out);
        Assert.Equal(["succeeded", "succeeded"], runs.Select(r => (string?)r["status"]));
    }

    [Fact]
    public async Task Token_that_a_source_rotates_is_kept_by_the_hub_and_given_to_the_next_run()
    {
        _hub.Write("source.sh", """
            case $1 in
              discover) echo '{"type":"CATALOG","catalog":{"streams":[{"name":"people","json_schema":{"properties":{"email":{}}},"supported_sync_modes":["full_refresh"]}]}}' ;;
              read) cat "$3" >> seen.txt
                    echo '{"type":"CONTROL","control":{"type":"CONNECTOR_CONFIG","emitted_at":1,"connectorConfig":{"config":{"token":"second"}}}}' ;;
            esac
            """.ReplaceLineEndings("\n"));
        await _hub.DoAsync("init");
        await _hub.DoAsync("source", "add", "crm", "--connector", "airbyte", "--set", "command=/bin/sh,source.sh", "--set", """config={"token":"first"}""");

        await _hub.DoAsync("sync", "run", "crm");
        await _hub.DoAsync("sync", "run", "crm");

        Assert.Equal("""{"token":"first"}{"token":"second"}""", await File.ReadAllTextAsync(Path.Combine(_hub.Folder, "seen.txt"), TestContext.Current.CancellationToken));
    }

    private async Task<List<string>> PreviewAsync(string source)
    {
        var messages = JArray.Parse((await _hub.DoAsync("source", "preview", source, "--limit", "1000", "--json")).Out);
        return [.. messages.Select(m =>
            $"{m["kind"]} {m["stream"]}/{m["key"]} {m["updatedAt"]} {string.Join(' ', m["fields"]!.Select(f => $"{f["field"]}#{f["group"]}={f["value"]}:{f["kind"]}").Order(StringComparer.Ordinal))}")];
    }

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string? TypeOf(JsonElement line) => line.GetProperty("type").GetString();

    private static JsonElement Body(JsonElement line, string type, string body)
    {
        Assert.Equal(type, TypeOf(line));
        return line.GetProperty(body);
    }
}
