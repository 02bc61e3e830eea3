using System.Reflection;
using System.Text.RegularExpressions;

namespace IntegrationHub.Architecture.Tests;

/// <summary>Every connector that a connector.json of ours offers inherits the conformance kit; nobody has to remember.</summary>
public sealed partial class ConformanceTests
{
    private static readonly string Root = typeof(ConformanceTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    [Fact]
    public void Every_offered_connector_has_conformance_tests()
    {
        var classes = Matches("connectors", ConnectorClass()).ToDictionary(m => m.Groups["id"].Value, m => m.Groups["class"].Value, StringComparer.Ordinal);
        var worlds = Matches("tests/connectors", WorldClass()).ToLookup(m => m.Groups["connector"].Value, m => m.Groups["world"].Value, StringComparer.Ordinal);
        var checkedWorlds = Matches("tests/connectors", ConformanceClass()).Select(m => m.Groups["world"].Value).ToHashSet(StringComparer.Ordinal);

        var offered = Directory.EnumerateFiles(Path.Combine(Root, "connectors"), "connector.json", SearchOption.AllDirectories)
            .SelectMany(file => OfferedIds().Match(File.ReadAllText(file)).Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries))
            .Select(id => id.Trim('"'))
            .ToList();
        Assert.NotEmpty(offered);
        var forgotten = offered.Where(id => !classes.TryGetValue(id, out var connector) || !worlds[connector].Any(checkedWorlds.Contains));

        Assert.Empty(forgotten.Select(id =>
            $"{id}: add `public sealed class XConformance : SourceConformanceTests<XWorld>;` and its world to tests/connectors; see sdk/docs/testing.md."));
    }

    private static IEnumerable<Match> Matches(string folder, Regex pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).SelectMany(file => pattern.Matches(File.ReadAllText(file)));

    [GeneratedRegex("\\[Connector\\(\\s*\"(?<id>[^\"]+)\".*?\\bclass (?<class>\\w+)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConnectorClass();

    [GeneratedRegex("class (?<world>\\w+)[^{;]*: \\w+World<(?<connector>\\w+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorldClass();

    [GeneratedRegex(": \\w+ConformanceTests<(?<world>\\w+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConformanceClass();

    [GeneratedRegex("\"connectors\": \\[(?<ids>[^\\]]*)\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfferedIds();
}
