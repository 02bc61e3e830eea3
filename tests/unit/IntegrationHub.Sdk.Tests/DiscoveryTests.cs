using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests;

public sealed class DiscoveryTests
{
    [Fact]
    public async Task Streams_are_passed_on_as_offered()
    {
        StreamDescription[] offered = [new("people"), new("People"), new("orders")];

        Assert.Same(offered, await DiscoverAsync(offered));
    }

    [Fact]
    public async Task A_connector_that_offers_no_stream_is_the_authors_defect()
    {
        await DefectAsync("The connector offers no stream; expected at least one.", []);
        await DefectAsync("The connector offers no stream; expected at least one.", null!);
    }

    [Fact]
    public Task A_stream_offered_twice_is_named() =>
        DefectAsync("The connector offers stream 'orders' twice; names must be unique.", [new("people"), new("orders"), new("orders")]);

    [Fact]
    public void A_stream_says_the_careful_thing_of_itself_unless_told_otherwise()
    {
        var stream = new StreamDescription("people");

        Assert.Equal(CursorKind.None, stream.Cursor);
        Assert.Equal(TimeSpan.FromMinutes(5), stream.Overlap);
        Assert.True(stream.FullReadShowsDeletions);
        Assert.Empty(stream.Summary);
    }

    private static Task<IReadOnlyList<StreamDescription>> DiscoverAsync(IReadOnlyList<StreamDescription> offered) =>
        new SaidConnector { Streams = offered }.DiscoverAsync(
            new JObject { ["name"] = "n" }, new ConnectorContext { SourceName = "shop" }, TestContext.Current.CancellationToken);

    private static async Task DefectAsync(string message, IReadOnlyList<StreamDescription> offered)
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => DiscoverAsync(offered));
        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Equal(message, failure.Message);
    }
}
