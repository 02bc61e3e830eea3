using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Demo;

/// <summary><c>hub demo</c>.</summary>
internal sealed class DemoVerb : Verb
{
    private const string FolderDefault = "hub-data";

    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly Option<bool> _fresh = new("--fresh") { Description = "Throw away what an earlier demo left in the folder and start over." };

    public DemoVerb()
        : base(
            "demo",
            "Run the hub's main job on a fictional shop: read five sources, resolve who is who, show one customer. Without --data in ./hub-data.",
            "hub demo",
            "hub --data /tmp/shop demo --fresh",
            "hub demo --json")
    {
        Add(_fresh);
    }

    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        var started = call.Clock.GetTimestamp();
        var folder = call.FolderIfNamed ?? new DataFolder(call.PathOf(FolderDefault));
        var demoFolder = new DemoFolder(folder);
        demoFolder.Prepare(call.Value(_fresh));
        using var owner = await FolderLock.AcquireAsync(folder, "hub demo", LockWait, call.Clock, call.CancellationToken);
        demoFolder.StartOver();

        var page = call.Output.IsJson ? null : new DemoPage(new Page(call.Surroundings.Out, call.Surroundings.IsOutTerminal));
        page?.Welcome(folder.FullPath);
        await DataFolderSetup.CompleteAsync(folder, () => Task.FromResult(false));
        var apiKey = new ApiKeyFile(folder.ApiKeysPath).Create(["read", "admin"], call.Clock.GetUtcNow());
        await using var hub = await Hub.OpenAsync(folder, call.Clock, call.IsVerbose ? call.Surroundings.Error : null, call.CancellationToken);
        var result = await new DemoRun(call, hub, page).RunAsync(apiKey, started);
        if (page is null)
        {
            call.Output.WriteJson(result);
        }
        else
        {
            page.Result(result);
        }

        return ExitCode.Done;
    }
}
