using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Files, folders and patterns of this machine.</summary>
internal sealed class LocalPlace(ListFileSettings settings, string baseDirectory) : ListPlace
{
    internal override int FilesLookedAtMax => 20;

    internal override Task<List<FoundFile>> ListAsync(Func<string, string?> known, CancellationToken cancellationToken) =>
        Task.FromResult(FileFinder.Find(settings.Path, baseDirectory, settings.Format));
}
