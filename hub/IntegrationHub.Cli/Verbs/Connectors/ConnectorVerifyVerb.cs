using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector verify</c>.</summary>
internal sealed class ConnectorVerifyVerb : Verb
{
    private readonly Argument<string?> _id = new("ID")
    {
        Description = "A connector's id or its plugin's name; without it all that are installed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ConnectorVerifyVerb()
        : base(
            "verify",
            "Compare every file of the installed connectors with the lock file, and signatures with the pinned keys. "
                + "Clears what an interrupted installation left. Exit 1 when one is not as installed.",
            "hub connector verify",
            "hub connector verify pos-shop --json")
    {
        Add(_id);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override Task<int> RunAsync(Call call)
    {
        call.Hub.Installer.CleanUp();
        var meant = call.ValueOrNull(_id) is { } id ? call.Hub.Connectors.Find(id, version: null).Select(p => p.Folder).ToList() : null;
        var found = call.Hub.Installer.Verify().Where(v => meant is null || meant.Contains(v.Plugin.Folder, StringComparer.Ordinal)).ToList();
        call.Print(
            found.Select(v => new
            {
                plugin = v.Plugin.Name,
                version = v.Plugin.Version,
                connectors = v.Plugin.Connectors,
                publisher = v.PublisherName,
                files = v.Plugin.Files.Count,
                isSound = v.IsSound,
                reasons = v.Reasons,
            }),
            page =>
            {
                page.Table(
                    ["PLUGIN", "VERSION", "FILES", "PUBLISHER", "STATE"],
                    [.. found.Select(v => (IReadOnlyList<string>)
                    [
                        v.Plugin.Name,
                        v.Plugin.Version,
                        $"{v.Plugin.Files.Count}",
                        v.PublisherName ?? (v.Plugin.Publisher is null ? "not signed" : "no longer trusted"),
                        v.IsSound ? "sound" : "refused",
                    ])]);
                foreach (var unsound in found.Where(v => !v.IsSound))
                {
                    page.Line();
                    page.Line($"{unsound.Plugin.Name} {unsound.Plugin.Version}:");
                    foreach (var reason in unsound.Reasons)
                    {
                        page.Line($"  {reason}");
                    }
                }
            });
        return Task.FromResult(found.TrueForAll(v => v.IsSound) ? ExitCode.Done : ExitCode.Failed);
    }
}
