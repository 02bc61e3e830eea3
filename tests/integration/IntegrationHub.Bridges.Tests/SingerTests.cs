using IntegrationHub.Plugins.Bridges.Singer;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>What taps do beside the plain case.</summary>
public sealed class SingerTests
{
    [Fact]
    public async Task State_then_exit_255_is_kept_and_the_reason_is_the_fatal_line_made_safe()
    {
        var config = new JObject { ["users"] = 50, ["fail_at"] = 30, ["api_key"] = "k-4711-secret" };
        var run = await BridgeRun.ReadAsync(new SingerConnector(), Programs.Tap(config));
        config.Remove("fail_at");

        var rest = await BridgeRun.ReadAsync(new SingerConnector(), Programs.Tap(config), after: run);

        Assert.Equal(30, run.People.Count());
        Assert.Equal("Program 'python3 tap.py' says: CRITICAL the key *** of *** has expired; stream users was not completed.", run.Failure!.Message);
        Assert.Equal("u31", rest.People.First().Key);
        Assert.Equal(["users"], rest.Completed);
    }

    [Theory]
    [InlineData("null_key")]
    [InlineData("lower")]
    public async Task Key_properties_may_be_null_or_a_text_and_types_lower_case(string wild)
    {
        var run = await BridgeRun.ReadAsync(
            new SingerConnector(), Programs.Tap(new JObject { ["users"] = 5, [wild] = true, ["change_at"] = wild == "lower" ? 2 : 99 }));

        Assert.Equal(5, run.People.Count());
        Assert.All(run.People, p => Assert.StartsWith("u", p.Key, StringComparison.Ordinal));
        Assert.Equal(["users"], run.Completed);
    }

    [Fact]
    public async Task Schema_that_changes_midway_brings_its_new_field()
    {
        var run = await BridgeRun.ReadAsync(new SingerConnector(), Programs.Tap(new JObject { ["users"] = 5, ["change_at"] = 4 }));

        Assert.Equal([null, null, null, "+1 202 555 0004", "+1 202 555 0005"], run.People.Select(p => p.Fields.FirstOrDefault(f => f.Field == "phone").Value));
    }

    [Fact]
    public async Task Numbers_stay_as_the_tap_wrote_them()
    {
        var run = await BridgeRun.ReadAsync(new SingerConnector(), Programs.Tap(new JObject { ["users"] = 1 }));

        Assert.Equal("1.10", run.People.Single().Fields.Single(f => f.Field == "attribute:balance").Value);
    }

    [Fact]
    public async Task Configuration_file_that_the_tap_rewrites_is_kept()
    {
        var credentials = new MemoryCredentialStore();

        await BridgeRun.ReadAsync(
            new SingerConnector(), Programs.Tap(new JObject { ["users"] = 1, ["token"] = "old", ["rotate"] = "new-token" }), BridgeRun.Context(credentials: credentials));

        var kept = JObject.Parse((await credentials.ReadAsync("config", TestContext.Current.CancellationToken))!.Reveal());
        Assert.Equal("new-token", (string?)kept["token"]);
    }

    [Fact]
    public async Task New_version_of_a_stream_asks_for_a_full_read_and_is_no_reason_to_forget_the_old_one()
    {
        var first = await BridgeRun.ReadAsync(new SingerConnector(), Programs.Tap(new JObject { ["users"] = 20, ["version"] = 1 }));
        var same = await BridgeRun.ReadAsync(
            new SingerConnector(), Programs.Tap(new JObject { ["users"] = 22, ["version"] = 1 }), mode: SyncMode.Incremental, after: first);
        var other = await BridgeRun.ReadAsync(
            new SingerConnector(), Programs.Tap(new JObject { ["users"] = 23, ["version"] = 2 }), mode: SyncMode.Incremental, after: same);
        var full = await BridgeRun.ReadAsync(new SingerConnector(), Programs.Tap(new JObject { ["users"] = 23, ["version"] = 2 }));

        Assert.Equal(["users"], same.Completed);
        Assert.Empty(other.Completed);
        Assert.Null(other.StateOf("users"));
        Assert.Equal(FailureKind.Configuration, other.Failure!.Kind);
        Assert.Contains("--full --stream users", other.Failure.NextStep, StringComparison.Ordinal);
        Assert.Equal(["users"], full.Completed);
    }
}
