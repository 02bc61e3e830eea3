using System.Reflection;
using System.Text.Json;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Samples.Tests;

/// <summary>An empty data folder and the real executable with the samples as its connectors.</summary>
public sealed class SampleShell : IAsyncLifetime
{
    private static readonly string HubDll = Path.Combine(Metadata("HubFolder"), "hub.dll");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-sample-");

    private Dictionary<string, string> Surroundings => new(StringComparer.Ordinal)
    {
        ["HUB_DATA"] = Path.Combine(_folder.FullName, "data"),
        ["HUB_CONNECTORS"] = Metadata("SamplesFolder"),
    };

    public async ValueTask InitializeAsync() => await DoAsync("init");

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Calls hub.</summary>
    internal Task<(int ExitCode, string Said)> RunAsync(params string[] arguments) =>
        RunningProgram.RunAsync("dotnet", [HubDll, .. arguments], _folder.FullName, Surroundings);

    /// <summary>Calls hub and fails unless it is done.</summary>
    internal async Task<string> DoAsync(params string[] arguments)
    {
        var (exitCode, said) = await RunAsync(arguments);
        Assert.True(exitCode == 0, $"hub {string.Join(' ', arguments)} ended with {exitCode}: {said}");
        return said;
    }

    /// <summary>Calls hub and reads what it prints.</summary>
    internal async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        using var document = JsonDocument.Parse(await DoAsync([.. arguments, "--json"]));
        return document.RootElement.Clone();
    }

    /// <summary>Starts the server and leaves it running.</summary>
    internal RunningProgram Serve(string address) =>
        RunningProgram.Start("dotnet", [HubDll, "serve", "--urls", address], _folder.FullName, Surroundings);

    private static string Metadata(string key) =>
        typeof(SampleShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
