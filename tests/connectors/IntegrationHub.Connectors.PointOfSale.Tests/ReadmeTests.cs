using IntegrationHub.Connectors.PointOfSale.Odoo;
using IntegrationHub.Connectors.PointOfSale.Shopify;
using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Connectors.PointOfSale.Tryton;
using IntegrationHub.Sdk;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.PointOfSale.Tests;

/// <summary>The README beside the connectors.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repo.PathOf("connectors", "IntegrationHub.Connectors.PointOfSale", "README.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Connectors => [.. All().Select(c => c.Describe().Id)];

    [Theory]
    [MemberData(nameof(Connectors))]
    public void It_tells_what_a_connector_may_do_and_each_setting_with_its_default(string id)
    {
        var section = Readme.Split($"\n## {id}\n")[1].Split("\n## ")[0];
        var rows = section.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.Contains("**Rights.**", section, StringComparison.Ordinal);
        Assert.All(All().Single(c => c.Describe().Id == id).Describe().Settings.Settings, setting =>
        {
            var row = Assert.Single(rows, r => r[1] == $"`{setting.Name}`");
            var value = setting.IsRequired ? "required" : setting.Default is { Length: > 0 } given ? given.TrimEnd('/') : "all";
            Assert.Equal(value, row[3].Trim('`'), ignoreCase: true);
        });
    }

    private static IEnumerable<Connector> All() =>
        [new SquareConnector(), new SquareEventsConnector(), new ShopifyConnector(), new OdooConnector(), new TrytonConnector()];
}
