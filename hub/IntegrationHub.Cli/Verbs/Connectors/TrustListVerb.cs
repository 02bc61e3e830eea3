using System.Globalization;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector trust list</c>.</summary>
internal sealed class TrustListVerb : Verb
{
    public TrustListVerb()
        : base("list", "List the publishers whose keys are pinned.", "hub connector trust list")
    {
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override Task<int> RunAsync(Call call)
    {
        var publishers = call.Hub.Installer.Publishers();
        call.Print(
            publishers.Select(p => new { name = p.Name, fingerprint = p.Fingerprint, pinnedAt = p.PinnedAt }),
            page => page.Table(
                ["NAME", "PINNED", "FINGERPRINT"],
                [.. publishers.Select(p => (IReadOnlyList<string>)[p.Name, p.PinnedAt.ToString("u", CultureInfo.InvariantCulture), p.Fingerprint])]));
        return Task.FromResult(ExitCode.Done);
    }
}
