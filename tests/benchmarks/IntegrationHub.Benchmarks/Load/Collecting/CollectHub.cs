using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Benchmarks.Load.Collecting;

/// <summary>The real server in a folder of its own, with a source that receives web events.</summary>
internal sealed class CollectHub : IDisposable
{
    internal const string WriteKey = "WK_BENCHMARK";

    private readonly string _hub;
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-collect-").FullName;
    private Process? _server;

    private CollectHub(string hub) => _hub = hub;

    internal Uri Url { get; } = new($"http://127.0.0.1:{FreePort()}");

    internal long PeakBytes
    {
        get
        {
            _server!.Refresh();
            return _server.PeakWorkingSet64;
        }
    }

    internal TimeSpan Processor => _server!.TotalProcessorTime;

    /// <summary>Starts it.</summary>
    /// <param name="hub">The path of <c>hub.dll</c>.</param>
    internal static async Task<CollectHub> StartAsync(string hub)
    {
        var collect = new CollectHub(hub);
        await collect.RunAsync("init");
        await collect.RunAsync("source", "add", "web", "--connector", "web-events", "--set", "writeKey=" + WriteKey);
        collect._server = collect.Start("serve", "--urls", collect.Url.ToString());
        while (await collect._server.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Serving", StringComparison.Ordinal))
        {
        }

        return collect;
    }

    public void Dispose()
    {
        _server?.Kill();
        _server?.WaitForExit();
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        }
    }

    private Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [_hub, "--data", Path.Combine(_folder, "data"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
