using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sync.Admin;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector inspect PATH</c>.</summary>
internal sealed class ConnectorInspectVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Description = "A connector's folder, or the id of one that 'hub connector list' shows." };

    public ConnectorInspectVerb()
        : base(
            "inspect",
            "Look into a connector: whether it can run here, what it reads, and the settings it takes.",
            "hub connector inspect list-file",
            "hub connector inspect ./my-connector/bin/Release/net10.0")
    {
        Add(_path);
    }

    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        var named = call.Value(_path);
        var path = call.PathOf(named);
        var isFolder = Directory.Exists(path);
        var catalog = isFolder
            ? new ConnectorCatalog([path], NullLogger.Instance, new ConnectorCatalogOptions { Clock = call.Clock })
            : HubServices.NewCatalog(call.FolderIfNamed, NullLoggerFactory.Instance, call.Clock);
        var entries = catalog.Scan().Where(e => isFolder || e.Id == named).ToList();
        if (entries.Count == 0)
        {
            throw new AdminException(
                AdminFailure.NotFound, $"There is no connector '{named}'.", "a folder with a connector.json, or an id", "hub connector list");
        }

        var described = new List<(ConnectorEntry Entry, ConnectorDescription? Description)>();
        foreach (var entry in entries)
        {
            described.Add(await DescribeAsync(catalog, entry, call.CancellationToken));
        }

        call.Print(described.Select(d => ViewOf(d.Entry, d.Description)), page =>
        {
            foreach (var (entry, description) in described)
            {
                page.Pairs(
                    ("id", entry.Id),
                    ("plugin", $"{entry.PluginName} {entry.Version}"),
                    ("folder", entry.Folder),
                    ("state", entry.State.ToString().ToLowerInvariant()),
                    ("runs", entry.Isolation == Isolation.InProcess ? "in the hub's process" : "in a process of its own"),
                    ("reads", description?.Summary),
                    ("way", description is null ? null : description.IsPull ? "the hub reads from it" : "it is pushed to"));
                foreach (var reason in entry.Reasons)
                {
                    page.Line(reason);
                }

                if (description is not null)
                {
                    page.Line();
                    page.Table(
                        ["SETTING", "TYPE", "REQUIRED", "DEFAULT", "HELP"],
                        [.. description.Settings.Settings.Select(s => (IReadOnlyList<string>)
                            [s.Name, s.Type.ToString().ToLowerInvariant(), s.IsRequired ? "yes" : "no", s.Default ?? string.Empty, s.Help])]);
                }

                page.Line();
            }
        });
        return described.TrueForAll(d => d.Description is not null) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<(ConnectorEntry Entry, ConnectorDescription? Description)> DescribeAsync(
        ConnectorCatalog catalog, ConnectorEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.CanOpen)
        {
            return (entry, null);
        }

        try
        {
            await using var loaded = await catalog.OpenAsync(entry.Id, cancellationToken);
            return (entry, loaded.Description);
        }
        catch (PluginException)
        {
            // The catalog has set it aside; its entry says why.
            return (catalog.Scan().First(e => e.Id == entry.Id && e.Folder == entry.Folder), null);
        }
    }

    private static object ViewOf(ConnectorEntry entry, ConnectorDescription? description) => new
    {
        id = entry.Id,
        plugin = entry.PluginName,
        version = entry.Version,
        folder = entry.Folder,
        state = entry.State,
        isolation = entry.Isolation,
        reasons = entry.Reasons,
        title = description?.Title,
        summary = description?.Summary,
        isPull = description?.IsPull,
        settings = description?.Settings.Settings,
    };
}
