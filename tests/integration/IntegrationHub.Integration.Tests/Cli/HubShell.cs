using System.Diagnostics;
using System.Reflection;

namespace IntegrationHub.Integration.Tests.Cli;

/// <summary>A working folder with a data folder in it, and the real executable to call there.</summary>
public sealed class HubShell : IDisposable
{
    public static readonly string Program = Path.Combine(
        typeof(HubShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "HubFolder").Value!, "hub.dll");

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);

    public HubShell()
    {
        Folder = Directory.CreateTempSubdirectory("hub-cli-").FullName;
    }

    public string Folder { get; }

    public string DataFolder => Path.Combine(Folder, "data");

    /// <summary>Gets or sets what HUB_CONNECTORS says: a further folder of plugins.</summary>
    public string? Connectors { get; set; }

    /// <summary>Writes a file into the working folder.</summary>
    public string Write(string name, string contents)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, contents);
        return path;
    }

    /// <summary>Calls hub here with HUB_DATA set.</summary>
    internal Task<HubResult> RunAsync(params string[] arguments) => RunAsync(arguments, DataFolder);

    /// <summary>Calls hub here with HUB_DATA as given.</summary>
    internal async Task<HubResult> RunAsync(string[] arguments, string? hubData)
    {
        using var process = Start(arguments, hubData);
        using var timeout = new CancellationTokenSource(Deadline);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await using var killer = timeout.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(timeout.Token);
        return new HubResult(process.ExitCode, await output, await error);
    }

    /// <summary>Calls hub and fails unless it is done.</summary>
    internal async Task<HubResult> DoAsync(params string[] arguments) => (await RunAsync(arguments)).MustBeDone();

    /// <summary>Starts hub here and leaves it running.</summary>
    internal Process Start(string[] arguments, string? hubData)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HUB_DATA"] = hubData;
        start.Environment["HUB_CONNECTORS"] = Connectors;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
