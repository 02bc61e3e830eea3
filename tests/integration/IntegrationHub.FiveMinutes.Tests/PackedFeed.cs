using System.Runtime.InteropServices;
using IntegrationHub.FiveMinutes.Tests;
using IntegrationHub.Tests.Support;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace IntegrationHub.FiveMinutes.Tests;

/// <summary>A folder feed fresh from <c>pack.sh</c>, and beside it an empty folder with caches and settings of its own.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-feed-");

    /// <summary>Gets the folder with the packages.</summary>
    public string Feed => Path.Combine(_root.FullName, "feed");

    /// <summary>Gets the folder that was empty but for a nuget.config.</summary>
    public string Folder => Path.Combine(_root.FullName, "empty");

    /// <summary>Gets what every program that is started here is told: nothing of what this machine has cached counts.</summary>
    public IReadOnlyDictionary<string, string> Surroundings { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        Surroundings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_CLI_HOME"] = Path.Combine(_root.FullName, "home"),
            ["NUGET_PACKAGES"] = Path.Combine(_root.FullName, "packages"),
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["HUB_DATA"] = Path.Combine(Folder, "hub-data"),
            ["HUB_CONNECTORS"] = Path.Combine(Folder, "AcmeShop", "AcmeShop", "bin", "connector"),

            // The installed tool looks for .NET where this test runs on it: shared/Microsoft.NETCore.App/VERSION below the root.
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),

            // No build server outlives its command: it would hold the output open that the test reads to its end.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
        };

        await MustAsync(Repo.PathOf("pack.sh"), [Feed], Repo.Root, OnlyServers());
        await WriteNuGetConfigAsync();
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a program in the folder and fails unless it succeeds.</summary>
    internal Task<string> DoAsync(string program, string folder, params string[] arguments) => MustAsync(program, arguments, folder, Surroundings);

    private static async Task<string> MustAsync(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var (exitCode, said) = await RunningProgram.RunAsync(program, arguments, folder, environment);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}: {said}");
        return said;
    }

    /// <summary>The feed beside the sources that this machine is set up with; a home of its own would hide those.</summary>
    private async Task WriteNuGetConfigAsync()
    {
        var listed = await MustAsync("dotnet", ["nuget", "list", "source", "--format", "short"], Folder, OnlyServers());
        var sources = listed.Split('\n', StringSplitOptions.TrimEntries)
            .Where(l => l.StartsWith("E ", StringComparison.Ordinal))
            .Select(l => l[2..])
            .Prepend(Feed)
            .Select((source, i) => $"""<add key="source{i}" value="{source}" />""");
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "nuget.config"), $"<configuration><packageSources><clear />{string.Concat(sources)}</packageSources></configuration>");
    }

    // Packing uses the machine's own caches: what it makes must not depend on them.
    private Dictionary<string, string> OnlyServers() => Surroundings
        .Where(v => v.Key is "MSBUILDDISABLENODEREUSE" or "UseSharedCompilation")
        .ToDictionary(StringComparer.Ordinal);
}
