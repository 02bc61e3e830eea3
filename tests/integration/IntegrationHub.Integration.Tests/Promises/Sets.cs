using System.Reflection;
using IntegrationHub.Integration.Tests.Cli;

namespace IntegrationHub.Integration.Tests.Promises;

/// <summary>The committed records with known truth, and how to load them.</summary>
internal static class Sets
{
    private static readonly string Root = typeof(Sets).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    internal static string PathOf(string set, string file) => Path.Combine(Root, "tests", "support", "data", "matching", set, file);

    /// <summary>Adds a source that reads a path with a mapping document.</summary>
    internal static Task AddSourceAsync(HubShell shell, string name, string path, string mapping, string region) => shell.DoAsync(
        "source", "add", name, "--connector", "list-file", "--set", $"path={path}", "--set", $"mapping={mapping}", "--set", $"region={region}");

    /// <summary>Writes truth in the form that evaluation takes.</summary>
    internal static string WriteTruth(HubShell shell, IEnumerable<(string Source, string Key, string Entity)> rows) => shell.Write(
        "truth.csv", "source,stream,key,entity_id\n" + string.Join('\n', rows.Select(r => $"{r.Source},people,{r.Key},{r.Entity}")) + "\n");

    /// <summary>Reads a simple CSV file without quotes into columns of the rows after the header.</summary>
    internal static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Select(l => l.Split(','));

    /// <summary>Exports the links and gives the partition in a form that does not depend on ids: sorted groups of sorted keys.</summary>
    internal static async Task<string> PartitionAsync(HubShell shell)
    {
        var path = Path.Combine(shell.Folder, "links.csv");
        await shell.DoAsync("export", "links", "--out", path);
        var groups = Rows(path).GroupBy(r => r[3], r => r[2]).Select(g => string.Join(' ', g.Order(StringComparer.Ordinal)));
        return string.Join('\n', groups.Order(StringComparer.Ordinal));
    }
}
