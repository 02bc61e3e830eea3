using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs;

/// <summary><c>hub init</c>.</summary>
internal sealed class InitVerb : Verb
{
    private readonly Option<bool> _newApiKey = new("--new-api-key") { Description = "Make another API key for an existing data folder." };

    public InitVerb()
        : base(
            "init",
            "Make a data folder: the store, the key that encrypts secrets, and an API key that is printed once.",
            "hub --data ./hub-data init",
            "HUB_DATA=./hub-data hub init --json")
    {
        Add(_newApiKey);
    }

    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        var folder = call.Folder;
        folder.Create();
        using var owner = await FolderLock.AcquireAsync(folder, "hub init", TimeSpan.FromSeconds(5), call.Clock, call.CancellationToken);
        var isNew = !folder.IsInitialized;
        await DataFolderSetup.CompleteAsync(
            folder,
            async () =>
            {
                await using var hub = await Hub.OpenAsync(folder, call.Clock, call.IsVerbose ? call.Surroundings.Error : null, call.CancellationToken);
                return (await hub.Sources.ListAsync(call.CancellationToken)).Any(SettingsResolver.HasSecrets);
            });
        var keys = new ApiKeyFile(folder.ApiKeysPath);
        var apiKey = keys.List().Count == 0 || call.Value(_newApiKey) ? keys.Create(["read", "admin"], call.Clock.GetUtcNow()) : null;
        call.Print(new { dataFolder = folder.FullPath, created = isNew, apiKey }, page =>
        {
            page.Line(isNew ? $"Made data folder {folder.FullPath}." : $"{folder.FullPath} is a data folder already; its store is up to date.");
            if (apiKey is not null)
            {
                page.Line($"API key (shown only now): {apiKey}");
            }

            page.Line("Next: hub connector list, then hub source add NAME --connector ID");
        });
        return ExitCode.Done;
    }
}
