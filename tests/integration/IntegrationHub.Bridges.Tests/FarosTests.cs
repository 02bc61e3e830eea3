using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A source made with a kit that is not ours.</summary>
public sealed class FarosTests
{
    [Fact]
    public async Task Without_a_mapping_people_are_found_by_the_names_in_the_schema()
    {
        var settings = Programs.Faros(new JObject { ["contacts"] = 3, ["orders"] = 2 });
        var connector = new AirbyteConnector();

        var check = await connector.CheckAsync(settings, BridgeRun.Context(), TestContext.Current.CancellationToken);
        var run = await BridgeRun.ReadAsync(connector, settings);

        Assert.Contains("1 of its 2 streams are read: contacts", check.Message, StringComparison.Ordinal);
        Assert.Equal(["contacts"], run.Completed);
        Assert.Equal(["c1", "c2", "c3"], run.People.Select(p => p.Key));
        Assert.Equal(
            ["name.given=Zoë", "name.family=Name1", "email=p1@example.com", "attribute:seq=1"],
            run.People.First().Fields.Select(f => $"{f.Field}={f.Value}"));
    }

    [Fact]
    public async Task Failed_check_is_a_wrong_setting_and_its_words_hide_the_configuration()
    {
        var settings = Programs.Faros(new JObject { ["fail"] = "bad token abcdef-123456", ["token"] = "abcdef-123456" });

        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => new AirbyteConnector().CheckAsync(settings, BridgeRun.Context(), TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.DoesNotContain("abcdef", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_that_failed_is_not_complete_though_the_program_ends_well()
    {
        var log = new LogCollector();
        var settings = Programs.Faros(new JObject { ["contacts"] = 30, ["orders"] = 30, ["broken_stream"] = "contacts", ["token"] = "abcdef-123456" });
        settings["streams"] = "contacts,orders";

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), settings, BridgeRun.Context(log));

        Assert.Equal(["orders"], run.Completed);
        Assert.Equal(9, run.People.Count(p => p.Stream == "contacts"));
        Assert.Contains("contacts was not completed", run.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", run.Failure.Message + string.Join('\n', log.Lines), StringComparison.Ordinal);
    }
}
