using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Verbs.Sources;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector rollback SOURCE</c>.</summary>
internal sealed class ConnectorRollbackVerb : Verb
{
    private readonly Argument<string> _name;

    public ConnectorRollbackVerb(IReadOnlyList<string> sourceNames)
        : base(
            "rollback",
            "Take the last upgrade of a source back: version, settings and checkpoints are those from before it.",
            "hub connector rollback crm")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var name = call.Value(_name);
        var upgrade = await call.Hub.Upgrades.RollBackAsync(name, call.CancellationToken);
        call.Print(
            new { source = name, from = upgrade.ToVersion, to = upgrade.FromVersion },
            page => page.Line($"Source {name} is back at {SourceView.VersionText(upgrade.FromVersion)} from {upgrade.ToVersion}, with its checkpoints from before. "
                + $"Next: hub sync run {name}"));
        return ExitCode.Done;
    }
}
