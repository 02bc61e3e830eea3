using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Integration.Tests.Cli;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Integration.Tests.Collecting;

/// <summary>The real server on a port of its own with a source <c>web</c> that is pushed to.</summary>
public sealed partial class CollectServer : IAsyncLifetime
{
    public const string WriteKey = "WK_4f1c9e";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private Process? _process;
    private string _apiKey = string.Empty;

    public HubShell Shell { get; } = new();

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>Gets the address that clients are set up with.</summary>
    public Uri Collect => new(Url, "/v1/collect/web");

    public HttpClient Client { get; } = new(new SocketsHttpHandler { Expect100ContinueTimeout = Deadline });

    public async ValueTask InitializeAsync()
    {
        _apiKey = KeyText().Match((await Shell.DoAsync("init")).Out).Value;
        await Shell.DoAsync(
            "source", "add", "web", "--connector", "web-events", "--set", "writeKey=" + WriteKey, "--set", "currency=EUR", "--set",
            "allowedOrigins=https://shop.example", "--set", "bearerToken=token-7c21");
        await StartAsync();
    }

    public async Task StartAsync()
    {
        _process = Shell.Start(["serve", "--urls", Url.ToString()], Shell.DataFolder);
        using var timeout = new CancellationTokenSource(Deadline);
        while (await _process.StandardOutput.ReadLineAsync(timeout.Token) is { } line && !line.StartsWith("Serving", StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Ends the server without warning, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        Shell.Dispose();
    }

    /// <summary>Sends JSON with the write key.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string path, string json, string key = WriteKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Collect + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));

        // A refusal of the length alone comes before the body is sent; sending it all the same would break the connection.
        request.Headers.ExpectContinue = json.Length > 1_000_000;
        return await Client.SendAsync(request);
    }

    /// <summary>Runs one of the scripts beside this file in Node, with the official clients in reach.</summary>
    internal static async Task RunClientAsync(string script, params string[] arguments)
    {
        await using var node = RunningProgram.Start(
            Counterparts.Program("node"),
            [Repo.PathOf("tests", "integration", "IntegrationHub.Integration.Tests", "Collecting", "Clients", script), .. arguments],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["NODE_PATH"] = Path.Combine(Counterparts.NodeFolder, "node_modules") });
        using var timeout = new CancellationTokenSource(Deadline);
        await node.Process.WaitForExitAsync(timeout.Token);
        Assert.True(node.Process.ExitCode == 0, node.Said);
    }

    /// <summary>Waits until the one customer with an e-mail address has a number of interactions.</summary>
    internal async Task<(JsonElement Customer, JsonElement Timeline)> CustomerAsync(string email, int interactions)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var found = (await AskAsync(HttpMethod.Post, "/v1/customers/lookup", new { identifiers = new[] { new { type = "email", value = email } } }))
                .GetProperty("customers");
            if (found.GetArrayLength() == 1)
            {
                var id = found[0].GetProperty("id").GetString();
                var timeline = (await AskAsync(HttpMethod.Get, $"/v1/customers/{id}/timeline?limit=1000")).GetProperty("items");
                if (timeline.GetArrayLength() >= interactions)
                {
                    return (found[0], timeline);
                }
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Deadline, $"{email} is not one customer with {interactions} interactions: {found}");
            await Task.Delay(100);
        }
    }

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Url, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", _apiKey);
        using var answer = await Client.SendAsync(request);
        using var document = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    [GeneratedRegex("hub_[0-9a-f]+_[0-9a-f]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyText();
}
