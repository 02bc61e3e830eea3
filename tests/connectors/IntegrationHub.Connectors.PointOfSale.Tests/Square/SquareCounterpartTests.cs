using System.Globalization;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.PointOfSale.Tests.Square.SquareStub;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

/// <summary>Square's own OpenAPI description and Square's own client judge the connector's requests and the stub's answers.</summary>
public sealed class SquareCounterpartTests(PrismProxy prism) : IClassFixture<PrismProxy>
{
    [Fact]
    public async Task Everything_asked_and_answered_is_as_squares_openapi_has_it()
    {
        var square = prism.Square;
        var settings = square.Settings;
        settings["baseUrl"] = prism.Address;

        var check = await new PointOfSale.Square.SquareConnector().CheckAsync(settings, square.Context, TestContext.Current.CancellationToken);
        var streams = new[] { "people", "orders", "loyalty", "loyalty-events" };
        var full = await ReadAsync(settings, streams.Select(Full).ToArray());
        var since = DateTimeOffset.Parse(At(8), CultureInfo.InvariantCulture);
        var news = await ReadAsync(settings, streams.Select(s => Full(s) with { Mode = IntegrationHub.Sdk.SyncMode.Incremental, Since = since }).ToArray());

        Assert.Empty(check.Warnings);
        Assert.Equal((10, 5, 5 + 5), (full.People.Count(), full.Interactions.Count(i => i.Type == "order"), full.People.Count(p => p.Stream == "people") + full.Interactions.Count(i => i.Type == "loyalty")));
        Assert.NotEmpty(news.All);
    }

    [Fact]
    public async Task Squares_own_client_understands_the_stub_and_accepts_the_signature()
    {
        const string Body = """{"type":"customer.updated","data":{}}""";
        string[] arguments =
        [
            Repo.PathOf("tests", "connectors", "IntegrationHub.Connectors.PointOfSale.Tests", "Square", "square-client.mjs"),
            Counterparts.NodeFolder, prism.Square.Server.Address.AbsoluteUri.TrimEnd('/'), SquareStub.Token,
            Body, SquareSender.Sign(Body, SquareSender.Key), SquareSender.Key, SquareSender.Url,
        ];

        var (exitCode, said) = await RunningProgram.RunAsync("node", arguments);

        Assert.True(exitCode == 0, said);
        var seen = JObject.Parse(said);
        Assert.Equal("C1 C2 C3 C4 C5", string.Join(' ', seen["customers"]!));
        Assert.All(seen["totals"]!, total => Assert.Equal("1998 USD", (string?)total));
        Assert.All(seen["points"]!, points => Assert.Equal(90, (int)points));
        Assert.All(seen["events"]!, type => Assert.Equal("ADJUST_POINTS", (string?)type));
        Assert.True((bool)seen["signature"]!);
    }

    private static Task<MessageCollector> ReadAsync(JObject settings, IntegrationHub.Sdk.StreamRequest[] streams) => MessageCollector.ReadAsync(
        new PointOfSale.Square.SquareConnector(), settings, RequestOf(streams), new IntegrationHub.Sdk.ConnectorContext { SourceName = "shop" },
        cancellationToken: TestContext.Current.CancellationToken);
}
