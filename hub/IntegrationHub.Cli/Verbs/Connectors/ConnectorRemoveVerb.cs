using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector remove ID</c>.</summary>
internal sealed class ConnectorRemoveVerb : Verb
{
    private readonly Argument<string> _id = new("ID") { Description = "A connector's id or its plugin's name." };
    private readonly Option<string?> _version = new("--version") { Description = "Only this version; without it all.", HelpName = "VERSION" };

    public ConnectorRemoveVerb()
        : base(
            "remove",
            "Remove an installed connector. Refused while a source uses it.",
            "hub connector remove pos-shop",
            "hub connector remove pos-shop --version 1.2.0")
    {
        Add(_id);
        Add(_version);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var removed = await call.Hub.Connectors.RemoveAsync(call.Value(_id), call.Value(_version), call.CancellationToken);
        call.Print(
            removed.Select(p => new { plugin = p.Name, version = p.Version }),
            page => page.Line($"Removed {string.Join(", ", removed.Select(p => $"{p.Name} {p.Version}"))}."));
        return ExitCode.Done;
    }
}
