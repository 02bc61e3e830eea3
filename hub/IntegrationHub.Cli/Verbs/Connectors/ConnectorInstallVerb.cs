using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Plugins.Installing;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector install PACKAGE</c>.</summary>
internal sealed class ConnectorInstallVerb : Verb
{
    private readonly Argument<string> _package = new("PACKAGE")
    {
        Description = "A .nupkg file, a folder with a connector.json, or with --source an id or id@version.",
    };

    private readonly Option<string?> _source = new("--source") { Description = "A folder with .nupkg files to find the id in.", HelpName = "FOLDER" };
    private readonly Option<bool> _allowUnsigned = new("--allow-unsigned") { Description = "Take a package that no trusted publisher signed." };
    private readonly Option<bool> _allowDowngrade = new("--allow-downgrade") { Description = "Take a version older than an installed one." };
    private readonly Option<bool> _inProcess = new("--in-process")
    {
        Description = "Let its code run in the hub's own process: faster, and a crash takes the hub down. Only for signed packages.",
    };

    public ConnectorInstallVerb()
        : base(
            "install",
            "Install a version of a connector beside those that are there. Sources stay with the version they are pinned to.",
            "hub connector install Contoso.Shop.1.2.0.nupkg",
            "hub connector install Contoso.Shop@1.2.0 --source ./packages",
            "hub connector install ./my-connector/bin/Release/net10.0 --allow-unsigned")
    {
        Add(_package);
        Add(_source);
        Add(_allowUnsigned);
        Add(_allowDowngrade);
        Add(_inProcess);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var package = call.Value(_package);
        var feed = call.Value(_source);
        var result = call.Hub.Installer.Install(new InstallRequest(feed is null ? call.PathOf(package) : package)
        {
            Feed = feed is null ? null : call.PathOf(feed),
            AllowUnsigned = call.Value(_allowUnsigned),
            AllowDowngrade = call.Value(_allowDowngrade),
            InProcess = call.Value(_inProcess),
        });
        var plugin = result.Plugin;
        var sources = await call.Hub.Sources.ListAsync(call.CancellationToken);
        var waiting = sources
            .Where(s => s.PluginVersion != plugin.Version && plugin.Connectors.Contains(s.ConnectorId, StringComparer.Ordinal))
            .Select(s => s.Name)
            .ToList();
        call.Print(
            new
            {
                plugin = plugin.Name,
                version = plugin.Version,
                connectors = plugin.Connectors,
                publisher = result.PublisherName,
                files = plugin.Files.Count,
                isNew = result.IsNew,
                sourcesOnOtherVersions = waiting,
            },
            page =>
            {
                page.Line($"{(result.IsNew ? "Installed" : "Already installed:")} {plugin.Name} {plugin.Version}, "
                    + $"{(result.PublisherName is { } name ? $"signed by {name}" : "not signed")}; connectors: {string.Join(", ", plugin.Connectors)}.");
                page.Line(waiting.Count == 0
                    ? $"Next: hub source add NAME --connector {plugin.Connectors[0]}"
                    : $"On other versions: {string.Join(", ", waiting)}. Next: hub connector upgrade {waiting[0]} --to {plugin.Version} --dry-run");
            });
        return ExitCode.Done;
    }
}
