using IntegrationHub.Cli.Hosting;
using IntegrationHub.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector list</c>.</summary>
internal sealed class ConnectorListVerb : Verb
{
    public ConnectorListVerb()
        : base(
            "list",
            "List the connectors that were found: which can run, and why others cannot. A connector that cannot run is no failure of the list.",
            "hub connector list",
            "hub connector list --json")
    {
    }

    // The list needs no data folder; one that is named adds its own connectors.
    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        var catalog = call.Surroundings.OpenHub?.Catalog
            ?? HubServices.NewCatalog(call.FolderIfNamed is { IsInitialized: true } f ? f : null, NullLoggerFactory.Instance, call.Clock);
        var entries = await TryAsync(catalog, call.CancellationToken);
        call.Print(
            entries.Select(e => new
            {
                id = e.Id,
                title = e.Title,
                plugin = e.PluginName,
                version = e.Version,
                origin = e.Origin,
                state = e.State,
                isolation = e.Isolation,
                canRun = e.CanOpen,
                reasons = e.Reasons,
                folder = e.Folder,
            }),
            page =>
            {
                page.Table(
                    ["ID", "VERSION", "STATE", "RUNS", "TITLE"],
                    [.. entries.Select(e => (IReadOnlyList<string>)
                        [e.Id, e.Version, e.State.ToString().ToLowerInvariant(), e.Isolation == Isolation.InProcess ? "in process" : "own process", e.Title ?? string.Empty])]);
                foreach (var entry in entries.Where(e => e.Reasons.Count > 0))
                {
                    page.Line();
                    page.Line($"{entry.Id} ({entry.Folder}):");
                    foreach (var reason in entry.Reasons)
                    {
                        page.Line($"  {reason}");
                    }
                }
            });
        return ExitCode.Done;
    }

    // A connector may look right and still fail as it is made: each that can be is opened once, and the list says what became of it.
    private static async Task<List<ConnectorEntry>> TryAsync(ConnectorCatalog catalog, CancellationToken cancellationToken)
    {
        var entries = catalog.Scan();
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => e.CanOpen))
        {
            try
            {
                await using var opened = await catalog.OpenAsync(entry.Id, cancellationToken);
            }
            catch (PluginException)
            {
                // The catalog keeps the reason; it is shown below.
                failed.Add(entry.Id);
            }
        }

        var after = catalog.Scan();
        return [.. entries.Select(e => failed.Contains(e.Id) ? after.First(a => a.Id == e.Id && a.Folder == e.Folder) : e)];
    }
}
