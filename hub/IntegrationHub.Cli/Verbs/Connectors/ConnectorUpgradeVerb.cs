using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Verbs.Sources;
using IntegrationHub.Plugins;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector upgrade SOURCE|ID</c>.</summary>
internal sealed class ConnectorUpgradeVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _to = new("--to") { Description = "The version; without it the newest that is installed.", HelpName = "VERSION" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show how settings and streams differ." };
    private readonly Option<bool> _allowDowngrade = new("--allow-downgrade") { Description = "Go to an older version and keep the newer state." };
    private readonly SettingsOptions _settings = new();

    public ConnectorUpgradeVerb(IReadOnlyList<string> sourceNames)
        : base(
            "upgrade",
            "Move a source, or all sources of a connector, to another installed version. What it was before is kept: hub connector rollback.",
            "hub connector upgrade crm --dry-run",
            "hub connector upgrade crm --to 2.0.0 --set region=GB",
            "hub connector upgrade pos-shop")
    {
        _name = SourceArgument.New(sourceNames);
        _name.Description = "A source, or a connector's id for all its sources.";
        Add(_name);
        Add(_to);
        Add(_dryRun);
        Add(_allowDowngrade);
        _settings.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var isDryRun = call.Value(_dryRun);
        var changes = await _settings.ReadAsync(call);
        var names = await SourcesAsync(call, call.Value(_name));
        var outcomes = new List<UpgradeView>();
        foreach (var name in names)
        {
            var request = new UpgradeRequest(name) { To = call.Value(_to), Settings = changes, AllowDowngrade = call.Value(_allowDowngrade) };
            try
            {
                outcomes.Add(UpgradeView.Of(
                    isDryRun
                        ? await call.Hub.Upgrades.PreviewAsync(request, call.CancellationToken)
                        : await call.Hub.Upgrades.UpgradeAsync(request, call.CancellationToken),
                    isDryRun));
            }
            catch (Exception e) when (names.Count > 1 && e is AdminException or PluginException or SyncBusyException)
            {
                // One that cannot be moved keeps the others from nothing.
                outcomes.Add(UpgradeView.Failed(name, e.Message));
            }
        }

        call.Print(outcomes, page => outcomes.ForEach(o => o.Write(page)));
        return outcomes.TrueForAll(o => o.Problem is null) ? ExitCode.Done
            : names.Count > 1 && outcomes.Exists(o => o.Problem is null) ? ExitCode.InPart
            : ExitCode.Failed;
    }

    private static async Task<IReadOnlyList<string>> SourcesAsync(Call call, string named)
    {
        var sources = await call.Hub.Sources.ListAsync(call.CancellationToken);
        if (sources.Any(s => s.Name == named))
        {
            return [named];
        }

        var names = sources.Where(s => s.ConnectorId == named).Select(s => s.Name).ToList();
        return names.Count > 0 ? names : throw new AdminException(
            AdminFailure.NotFound, $"There is no source '{named}', and no source of a connector '{named}'.", next: "hub source list");
    }
}
