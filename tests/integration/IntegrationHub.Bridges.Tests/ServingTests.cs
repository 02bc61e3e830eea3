using System.Text;
using System.Text.Json;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Bridges.Records;
using IntegrationHub.Plugins.Bridges.Serving;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A connector of the hub as an Airbyte source.</summary>
public sealed class ServingTests
{
    private const string Canary = "se/cret+Tök=en-1";
    private const string Config = $$"""{"token":"{{Canary}}"}""";

    private static readonly DateTimeOffset Noon = new(2024, 1, 31, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task Everything_a_connector_can_say_comes_back_as_it_was()
    {
        var person = new PersonRecord("all", "p1") { UpdatedAt = Noon }
            .Add(PersonFields.NameGiven, "Zoë").Add(PersonFields.Email, "a@example.com").Add(PersonFields.Email, "b@example.com")
            .Add(PersonFields.AddressLocality, "Rome").Add(PersonFields.AddressLocality, "Oslo", group: 2)
            .Add(PersonFields.Identifier("loyalty"), "7").Add(PersonFields.Consent("email", "marketing"), "yes").Add(PersonFields.List("news"), "x")
            .AddNumber(PersonFields.Attribute("size"), 1.50m).AddFlag(PersonFields.Attribute("vip"), true).Add(PersonFields.Attribute("n"), "007");
        var order = new InteractionRecord("all", "o1", "order", Noon) { PersonKey = "p1", PersonStream = "all", Amount = 9.90m, Currency = "EUR", Title = "A \"b\"\u2028" };
        order.Lines.Add(new InteractionLine("Tea", 2, 4.95m, null));
        order.Details["at"] = "2024-01-31T10:00:00Z";
        Message[] said = [person, order, new ConsentRecord("all", "p1", "email", "marketing", ConsentStatus.Withdrawn, Noon) { Proof = "form" }, new DeletedRecord("all", "p9")];

        var lines = await ReadAsync(new ScriptedConnector(CursorKind.None, Say([.. said, new StreamCompleted("all")])));

        var mapper = new HubRecordMapper("all");
        var back = lines.Where(l => TypeOf(l) == "RECORD").Select(l => mapper.Map(l.GetProperty("record").GetProperty("data"), out _)!);
        Assert.Equal(said.Select(Sorted), back.Select(Sorted));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("read")]
    public async Task Secret_is_in_no_line_in_no_form(string command)
    {
        var connector = new ScriptedConnector(CursorKind.None, (settings, context) =>
        {
            context.Logger.Log(LogLevel.Error, 0, Convert.ToBase64String(Encoding.UTF8.GetBytes(settings.Token!.Reveal())), null, static (text, _) => text);
            throw ConnectorException.Transient($"Tried {settings.Token.Reveal()}");
        });
        using var output = new MemoryStream();
        using var source = Source(connector, output);

        var exit = command == "check"
            ? await source.CheckAsync(Config, TestContext.Current.CancellationToken)
            : await source.ReadAsync(Config, Catalog("full_refresh"), null, TestContext.Current.CancellationToken);

        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Equal(command == "check" ? 0 : 1, exit);
        Assert.Contains("LOG", text, StringComparison.Ordinal);
        Assert.Contains(command == "check" ? "FAILED" : "transient_error", text, StringComparison.Ordinal);
        foreach (var form in new[] { Canary, Uri.EscapeDataString(Canary), Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary)), "ada@example.com" })
        {
            Assert.DoesNotContain(form, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Secret_that_changes_is_handed_to_the_platform_with_the_whole_configuration()
    {
        var connector = new ScriptedConnector(CursorKind.None, static (_, context) => Renew(context));

        var control = (await ReadAsync(connector)).Single(l => TypeOf(l) == "CONTROL").GetProperty("control");

        Assert.Equal("""{"token":"new"}""", control.GetProperty("connectorConfig").GetProperty("config").GetRawText());
    }

    [Fact]
    public async Task Incremental_read_goes_on_from_its_cursor_and_a_full_one_never_does()
    {
        var connector = new ScriptedConnector(CursorKind.Ordered, Say(new Checkpoint("all", new JObject { ["n"] = 1.10m }, Noon), new StreamCompleted("all")));

        var first = await ReadAsync(connector, "incremental");
        await ReadAsync(connector, "incremental", StateOf(first));
        var full = await ReadAsync(connector, "full_refresh", StateOf(first));
        await ReadAsync(connector, "full_refresh", StateOf(full));

        Assert.Equal([SyncMode.Full, SyncMode.Incremental, SyncMode.Full, SyncMode.Full], connector.Requests.Select(r => r.Mode));
        Assert.Equal([null, "1.10", null, null], connector.Requests.Select(r => r.State?["n"]?.ToString(Newtonsoft.Json.Formatting.None)));
        Assert.Equal([null, Noon - TimeSpan.FromHours(1), null, null], connector.Requests.Select(r => r.Since));
    }

    [Fact]
    public async Task Stream_in_no_order_gives_no_state_before_it_is_complete()
    {
        var connector = new ScriptedConnector(CursorKind.Unordered, Say(new Checkpoint("all", new JObject(), Noon)));
        var complete = new ScriptedConnector(CursorKind.Unordered, Say(new Checkpoint("all", new JObject(), Noon), new StreamCompleted("all")));

        var lines = await ReadAsync(connector, "incremental", StateOf(await ReadAsync(complete, "incremental")));

        Assert.DoesNotContain(lines, l => TypeOf(l) == "STATE");
        Assert.Contains(lines, l => l.GetRawText().Contains("INCOMPLETE", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.GetRawText().Contains("system_error", StringComparison.Ordinal));
    }

    private static Func<ScriptedSettings, ConnectorContext, IAsyncEnumerable<Message>> Say(params Message[] messages) =>
        (_, _) => messages.ToAsyncEnumerable();

    private static async IAsyncEnumerable<Message> Renew(ConnectorContext context)
    {
        await context.Credentials.StoreAsync("token", new Secret("new"), CancellationToken.None);
        yield return new StreamCompleted("all");
    }

    private static async Task<List<JsonElement>> ReadAsync(ScriptedConnector connector, string mode = "full_refresh", string? state = null)
    {
        using var output = new MemoryStream();
        using (var source = Source(connector, output))
        {
            await source.ReadAsync(Config, Catalog(mode), state, TestContext.Current.CancellationToken);
        }

        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static AirbyteSource Source(ScriptedConnector connector, Stream output) =>
        new(LoadedConnector.Of(connector, "scripted", "1.0.0"), output, AppContext.BaseDirectory, TimeProvider.System);

    private static string Catalog(string mode) => $$"""{"streams":[{"stream":{"name":"all"},"sync_mode":"{{mode}}"}]}""";

    private static string StateOf(List<JsonElement> lines) => $"[{lines.Last(l => TypeOf(l) == "STATE").GetProperty("state").GetRawText()}]";

    private static string? TypeOf(JsonElement line) => line.GetProperty("type").GetString();

    // Fields of one kind may stand in another order; what they say must be the same.
    private static string Sorted(Message message) => message is PersonRecord person
        ? $"{person.Key} {person.UpdatedAt:O} {string.Join('|', person.Fields.Select(f => f.ToString()).Order(StringComparer.Ordinal))}"
        : MessageText.Of(message);
}
