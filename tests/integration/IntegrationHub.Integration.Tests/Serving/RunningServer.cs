using System.Diagnostics;
using System.Text.RegularExpressions;
using IntegrationHub.Integration.Tests.Cli;

namespace IntegrationHub.Integration.Tests.Serving;

/// <summary>The real server on a port of its own, with the fictional records of <see cref="CrmShell"/> in it.</summary>
public sealed partial class RunningServer : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private Process? _process;

    public HubShell Shell { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public string Key { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        Key = KeyText().Match((await Shell.DoAsync("init")).Out).Value;
        await CrmShell.AddCrmAsync(Shell);
        await Shell.DoAsync("sync", "run", "crm");
        _process = Shell.Start(["serve", "--urls", "http://127.0.0.1:0"], Shell.DataFolder);
        using var timeout = new CancellationTokenSource(Deadline);
        var address = string.Empty;
        while (address.Length == 0 && await _process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            address = AddressText().Match(line).Value;
        }

        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Shell.Dispose();
    }

    internal HttpRequestMessage Request(HttpMethod method, string path, string? json = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new("Bearer", Key);
        if (json is not null)
        {
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        }

        return request;
    }

    [GeneratedRegex("hub_[0-9a-f]+_[0-9a-f]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyText();

    [GeneratedRegex("http://127.0.0.1:[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddressText();
}
