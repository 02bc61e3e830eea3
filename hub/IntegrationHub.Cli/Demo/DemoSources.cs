using IntegrationHub.Sync.Admin;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>The five sources of the demo shop, as <c>hub source add</c> would be told.</summary>
internal static class DemoSources
{
    /// <summary>Gives the sources in the order they are read.</summary>
    /// <param name="stub">Where Matomo and Square are played.</param>
    public static IReadOnlyList<SourceRequest> Of(ShopStub stub) =>
    [
        New("mail", "email-mailbox", 0.5, new()
        {
            ["path"] = DemoFiles.PathOf("mailbox.mbox"),
            ["ownAddresses"] = "@larkspurpike.example",
            ["region"] = "US",
        }),
        New("web", "web-matomo", 0.5, new()
        {
            ["url"] = stub.MatomoAddress.AbsoluteUri,
            ["token"] = stub.Token,
            ["siteId"] = MatomoEndpoint.SiteId,
        }),
        New("till", "pos-square", 0.7, new()
        {
            ["baseUrl"] = stub.SquareAddress.AbsoluteUri,
            ["accessToken"] = stub.Token,
        }),
        New("list", "list-file", 0.3, new()
        {
            ["path"] = DemoFiles.PathOf("bought-list.csv"),
            ["mapping"] = DemoFiles.PathOf("bought-list.mapping.json"),
        }),
        New("cards", "list-file", 0.8, new()
        {
            ["path"] = DemoFiles.PathOf("business-cards.csv"),
            ["mapping"] = DemoFiles.PathOf("business-cards.mapping.json"),
        }),
    ];

    private static SourceRequest New(string name, string connector, double trust, JObject settings) =>
        new(name, connector, settings) { Trust = trust, BaseDirectory = AppContext.BaseDirectory };
}
