using System.Text.Json;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Samples.Tests.OneShop;

/// <summary>An empty folder in which the README was followed from its first to its last command.</summary>
public sealed class ShopRun : IAsyncLifetime
{
    private static readonly string Programs = Path.Combine(ShopReadme.Folder, "bin");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("one-shop-");
    private readonly Dictionary<string, string> _surroundings;

    public ShopRun()
    {
        _surroundings = new(StringComparer.Ordinal)
        {
            ["PATH"] = Programs + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["HUB_DATA"] = Path.Combine(_folder.FullName, "hub-data"),
        };
    }

    /// <summary>Gets how the script ended.</summary>
    internal int ExitCode { get; private set; }

    /// <summary>Gets what its commands wrote.</summary>
    internal string Said { get; private set; } = string.Empty;

    /// <summary>Gets the customer of each record, by <c>source/stream/key</c>.</summary>
    internal IReadOnlyDictionary<string, string> Links { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(_folder.FullName, "readme.sh");
        await File.WriteAllTextAsync(script, ShopReadme.Script());
        (ExitCode, Said) = await RunningProgram.RunAsync("bash", [script], _folder.FullName, _surroundings);
        Assert.True(ExitCode == 0, $"The README's commands ended with {ExitCode}: {Said}");

        var links = Path.Combine(_folder.FullName, "links.csv");
        await HubAsync("export", "links", "--out", links);
        Links = Table(links).ToDictionary(r => $"{r[0]}/{r[1]}/{r[2]}", r => r[3], StringComparer.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads one of the sample's tables, without its header.</summary>
    internal static IEnumerable<string[]> Table(string path) => File.ReadLines(path).Skip(1).Select(l => l.Split(','));

    /// <summary>Asks the hub about a customer.</summary>
    internal async Task<JsonElement> AskAsync(string verb, string customer)
    {
        using var document = JsonDocument.Parse(await HubAsync("customer", verb, customer, "--json"));
        return document.RootElement.Clone();
    }

    private async Task<string> HubAsync(params string[] arguments)
    {
        var (exitCode, said) = await RunningProgram.RunAsync(Path.Combine(Programs, "hub"), arguments, _folder.FullName, _surroundings);
        Assert.True(exitCode == 0, $"hub {string.Join(' ', arguments)} ended with {exitCode}: {said}");
        return said;
    }
}
