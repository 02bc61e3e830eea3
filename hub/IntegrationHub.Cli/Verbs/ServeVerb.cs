using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Server;
using IntegrationHub.Sync.Admin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Cli.Verbs;

/// <summary><c>hub serve</c>.</summary>
internal sealed class ServeVerb : Verb
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = $"Where to listen, several separated by semicolons. Without it: {HubServerOptions.DefaultUrl}, this machine only.",
        HelpName = "URL",
    };

    public ServeVerb()
        : base(
            "serve",
            "Run the schedules and the read API until stopped. Other hub commands on the same data folder go to this server meanwhile.",
            "hub --data ./hub-data serve",
            "hub --data ./hub-data serve --urls http://127.0.0.1:8080")
    {
        Add(_urls);
    }

    // It holds the folder itself, for as long as it runs.
    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        if (call.Surroundings.OpenHub is not null)
        {
            throw new AdminException(AdminFailure.WrongUse, "A server owns this data folder already.", "one server a folder");
        }

        var folder = call.Folder;
        folder.RequireInitialized();
        using var owner = await FolderLock.AcquireAsync(folder, "hub serve", LockWait, call.Clock, call.CancellationToken);
        await using var hub = await Hub.OpenAsync(
            folder, call.Clock, call.Surroundings.Error, call.CancellationToken, call.IsVerbose ? LogLevel.Debug : LogLevel.Warning);
        var options = new HubServerOptions
        {
            Folder = folder,
            Urls = call.Value(_urls) is { } urls ? UrlsOf(urls) : [new Uri(HubServerOptions.DefaultUrl)],
            RunCommand = (arguments, directory, output, error, cancellationToken) => HubCommandLine.RunAsync(
                arguments,
                new Surroundings { Out = output, Error = error, WorkingDirectory = directory, Clock = call.Clock, OpenHub = hub },
                cancellationToken),
        };
        await HubServer.RunAsync(
            options,
            services =>
            {
                hub.ShareWith(services);
                services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
            },
            addresses => call.Print(
                new { dataFolder = folder.FullPath, addresses },
                page => page.Line($"Serving {folder.FullPath} at {string.Join(", ", addresses)}. Ctrl+C stops.")),
            call.CancellationToken);
        return ExitCode.Done;
    }

    private static List<Uri> UrlsOf(string text) => [.. text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(u => Uri.TryCreate(u, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new AdminException(AdminFailure.WrongUse, $"'{u}' is no address to listen on.", "a URL such as http://127.0.0.1:8080"))];
}
