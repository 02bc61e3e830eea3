using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector trust remove NAME</c>.</summary>
internal sealed class TrustRemoveVerb : Verb
{
    private readonly Argument<string> _name = new("NAME") { Description = "The publisher, as 'hub connector trust list' shows it." };

    public TrustRemoveVerb()
        : base("remove", "Take trust from a publisher: connectors that it signed are refused from their next use on.", "hub connector trust remove contoso")
    {
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override Task<int> RunAsync(Call call)
    {
        var name = call.Value(_name);
        var refused = call.Hub.Installer.Distrust(name);
        call.Print(
            new { removed = name, refused = refused.Select(p => new { plugin = p.Name, version = p.Version }) },
            page =>
            {
                page.Line($"No longer trusting {name}.");
                if (refused.Count > 0)
                {
                    page.Line($"Refused from now on: {string.Join(", ", refused.Select(p => $"{p.Name} {p.Version}"))}.");
                }
            });
        return Task.FromResult(ExitCode.Done);
    }
}
