using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sync.Admin;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary>A source as it is shown: secrets as three stars.</summary>
internal sealed record SourceView(
    string Name, string Connector, string? PluginVersion, JsonNode? Settings, string? BaseDirectory, double Trust, bool Deduplicated, DateTimeOffset CreatedAt)
{
    public static SourceView Of(Source source) => new(
        source.Name,
        source.ConnectorId,
        source.PluginVersion,
        JsonNode.Parse(SettingsResolver.Shown(source).ToString(Newtonsoft.Json.Formatting.None)),
        SettingsResolver.BaseDirectoryOf(source),
        source.Trust,
        source.IsDeduplicated,
        source.CreatedAt);

    /// <summary>Says which version a pin stands for.</summary>
    public static string VersionText(string? pin) => pin ?? "the version that came with the hub";

    public static void Write(Source source, Page page)
    {
        page.Pairs(
            ("name", source.Name),
            ("connector", source.ConnectorId),
            ("version", VersionText(source.PluginVersion)),
            ("trust", source.Trust.ToString(CultureInfo.InvariantCulture)),
            ("deduplicated", source.IsDeduplicated ? "yes" : "no"),
            ("paths from", SettingsResolver.BaseDirectoryOf(source)),
            ("added", source.CreatedAt.ToString("u", CultureInfo.InvariantCulture)));
        foreach (var property in SettingsResolver.Shown(source).Properties())
        {
            page.Line($"  {property.Name} = {(property.Value is JValue v ? v.ToString(CultureInfo.InvariantCulture) : property.Value.ToString(Newtonsoft.Json.Formatting.None))}");
        }
    }
}
