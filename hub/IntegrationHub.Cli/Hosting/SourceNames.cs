using IntegrationHub.Core.Storage;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Hosting;

/// <summary>Reads the names of the sources for tab completion.</summary>
internal static class SourceNames
{
    public static async Task<IReadOnlyList<string>> ReadAsync(
        string[] arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        // The shell hands over the whole line as one argument after the directive.
        var words = arguments.Skip(1).SelectMany(a => a.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var at = words.IndexOf(CommandTree.DataOption);
        var named = at >= 0 && at + 1 < words.Count ? words[at + 1] : surroundings.DataFolderVariable;
        if (string.IsNullOrWhiteSpace(named))
        {
            return [];
        }

        var folder = new DataFolder(Path.GetFullPath(named, surroundings.WorkingDirectory));
        if (!folder.IsInitialized)
        {
            return [];
        }

        try
        {
            await using var hub = await Hub.OpenAsync(folder, surroundings.Clock, log: null, cancellationToken);
            return (await hub.Store.Sources.ListAsync(cancellationToken)).Select(s => s.Name).ToList();
        }
        catch (StoreException)
        {
            // Completion stays silent; the verb itself will say what is wrong with the store.
            return [];
        }
    }
}
