using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A program that does not end by itself.</summary>
public sealed class StoppingTests
{
    private const string Ada = """{"type":"RECORD","record":{"stream":"people","data":{"id":"1","email":"ada@example.com"},"emitted_at":1}}""";

    [Fact]
    public async Task Reading_that_is_left_ends_the_program_and_deletes_its_files()
    {
        using var source = new CannedSource();
        source.Reads(Ada + "\n").Write("read.hangs", string.Empty);
        var request = new ReadRequest([new StreamRequest("people", SyncMode.Full)], TimeProvider.System.GetUtcNow());

        var read = await MessageCollector.ReadAsync(
            new AirbyteConnector(), source.Settings("people"), request, BridgeRun.Context(), messagesMax: 1, TestContext.Current.CancellationToken);

        Assert.Single(read.People);
        Assert.False(Path.Exists($"/proc/{source.Given("process")!.Trim()}"));
        Assert.All(source.Places(), place => Assert.False(Path.Exists(place)));
    }

    [Fact]
    public async Task Program_that_falls_silent_is_ended_and_may_work_later()
    {
        using var source = new CannedSource();
        source.Reads(Ada + "\n").Write("read.hangs", string.Empty);
        var settings = source.Settings("people");
        settings["silence"] = "00:00:01";

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), settings);

        Assert.Single(run.People);
        Assert.Equal(FailureKind.Transient, run.Failure?.Kind);
        Assert.False(Path.Exists($"/proc/{source.Given("process")!.Trim()}"));
        Assert.All(source.Places(), place => Assert.False(Path.Exists(place)));
    }
}
