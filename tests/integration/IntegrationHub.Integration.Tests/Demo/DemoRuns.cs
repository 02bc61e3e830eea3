using System.Text.Json;
using IntegrationHub.Integration.Tests.Cli;

namespace IntegrationHub.Integration.Tests.Demo;

/// <summary>The real <c>hub demo</c>, run twice on one folder.</summary>
public sealed class DemoRuns : IAsyncLifetime
{
    private readonly HubShell _shell = new();
    private JsonDocument? _first;
    private JsonDocument? _second;

    public JsonElement First => _first!.RootElement;

    public JsonElement Second => _second!.RootElement;

    public string DataFolder => _shell.DataFolder;

    internal Task<HubResult> RunAsync(params string[] arguments) => _shell.RunAsync(arguments);

    public async ValueTask InitializeAsync()
    {
        _first = JsonDocument.Parse((await _shell.DoAsync("demo", "--json")).Out);
        _second = JsonDocument.Parse((await _shell.DoAsync("demo", "--fresh", "--json")).Out);
    }

    public ValueTask DisposeAsync()
    {
        _first?.Dispose();
        _second?.Dispose();
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }
}
