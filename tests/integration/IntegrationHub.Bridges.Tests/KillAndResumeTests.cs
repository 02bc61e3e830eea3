using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Plugins.Bridges.Singer;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A source made with a kit that is not ours (LEGACY states), a tap, and sources of the other two kinds of states: whoever dies wherever, what was read before and after the
/// restart together is what an uninterrupted run reads.</summary>
public sealed class KillAndResumeTests
{
    private const string Mapping = """
        {
          "contacts": { "columns": { "first_name": "name.given", "last_name": "name.family", "email": "email" } },
          "orders": { "as": "interaction", "values": { "type": "order", "personStream": "contacts" },
                      "columns": { "at": "occurredAt", "contact": "personKey", "total": "amount" } },
          "users": { "columns": { "first_name": "name.given", "last_name": "name.family", "email": "email" } },
          "left": { "columns": { "email": "email" } },
          "right": { "columns": { "email": "email" } },
          "visits": { "as": "interaction", "values": { "type": "visit" }, "columns": { "at": "occurredAt", "user": "personKey" } }
        }
        """;

    [Theory]
    [InlineData("faros")]
    [InlineData("singer")]
    [InlineData("STREAM")]
    [InlineData("GLOBAL")]
    public async Task Read_that_the_hub_cuts_off_anywhere_goes_on_without_a_loss(string bridge)
    {
        var (create, settings) = Bridge(bridge, new JObject { [First(bridge)] = 1_700, [Second(bridge)] = 600 });
        var request = new ReadRequest([new(First(bridge), SyncMode.Full), new(Second(bridge), SyncMode.Full)], TimeProvider.System.GetUtcNow());

        var report = await ResumeCheck.RunAsync(create, settings, request, BridgeRun.Context(), every: 251, TestContext.Current.CancellationToken);

        Assert.InRange(report.Cuts, 8, 12);
    }

    [Theory]
    [InlineData("faros")]
    [InlineData("singer")]
    [InlineData("STREAM")]
    [InlineData("GLOBAL")]
    public async Task Program_that_is_killed_again_and_again_goes_on_from_its_last_state(string bridge)
    {
        var sizes = new JObject { [First(bridge)] = 210, [Second(bridge)] = 130 };
        var (create, settings) = Bridge(bridge, sizes);
        var whole = await BridgeRun.ReadAsync(create(), settings);
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        var kills = 0;
        BridgeRun run;
        var deadly = Bridge(bridge, new JObject(sizes) { ["kill_at"] = 75 }).Settings;
        BridgeRun? before = null;
        do
        {
            run = await BridgeRun.ReadAsync(create(), deadly, after: before);
            Assert.True(run.Failure is null or { Kind: FailureKind.Transient }, run.Failure?.Message);
            Store(stored, run);
            before = run.Messages.OfType<Checkpoint>().Any() ? run : before;
            kills += run.Failure is null ? 0 : 1;
        }
        while (run.Failure is not null && kills < 20);

        Assert.InRange(kills, 4, 10);
        Assert.Equal([First(bridge), Second(bridge)], run.Completed.Order(StringComparer.Ordinal));
        Assert.Equal(Store([], whole), stored);
    }

    [Theory]
    [InlineData("faros")]
    [InlineData("singer")]
    [InlineData("STREAM")]
    [InlineData("GLOBAL")]
    public async Task Next_run_reads_only_what_is_new(string bridge)
    {
        var (create, settings) = Bridge(bridge, new JObject { [First(bridge)] = 40, [Second(bridge)] = 20 });
        var first = await BridgeRun.ReadAsync(create(), settings);
        var more = Bridge(bridge, new JObject { [First(bridge)] = 43, [Second(bridge)] = 20 }).Settings;

        var second = await BridgeRun.ReadAsync(create(), more, mode: SyncMode.Incremental, after: first);

        Assert.Equal(["41", "42", "43"], second.People.Where(p => p.Stream == First(bridge)).Select(p => p.Key[1..]));
        Assert.Equal(2, second.Completed.Count());
    }

    private static string First(string bridge) => bridge switch
    {
        "singer" => "users",
        "faros" => "contacts",
        _ => "left",
    };

    private static string Second(string bridge) => bridge switch
    {
        "singer" => "visits",
        "faros" => "orders",
        _ => "right",
    };

    private static (Func<SourceConnector> Create, JObject Settings) Bridge(string bridge, JObject config)
    {
        var settings = bridge switch
        {
            "singer" => Programs.Tap(config),
            "faros" => Programs.Faros(config),
            _ => Programs.Plain(bridge, config),
        };
        var mapping = JObject.Parse(Mapping);
        settings["mapping"] = new JObject { [First(bridge)] = mapping[First(bridge)], [Second(bridge)] = mapping[Second(bridge)] };
        return (bridge == "singer" ? static () => new SingerConnector() : static () => new AirbyteConnector(), settings);
    }

    private static Dictionary<string, string> Store(Dictionary<string, string> stored, BridgeRun run)
    {
        foreach (var message in run.Messages.Where(m => m is PersonRecord or InteractionRecord))
        {
            stored[MessageText.IdentityOf(message)] = MessageText.Of(message);
        }

        return stored;
    }
}
