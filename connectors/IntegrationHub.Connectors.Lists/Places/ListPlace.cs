using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Where list files lie. Not thread-safe.</summary>
internal abstract class ListPlace : IDisposable
{
    private DirectoryInfo? _folder;

    /// <summary>Gets how many files a check looks at; the others are looked at when they are read.</summary>
    internal virtual int FilesLookedAtMax => 3;

    /// <summary>Lists the files, in ordinal order of their names.</summary>
    /// <param name="known">Gives the fingerprint that a file had when it was read to its end, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    internal abstract Task<List<FoundFile>> ListAsync(Func<string, string?> known, CancellationToken cancellationToken);

    /// <summary>Brings a file onto this machine where it is not.</summary>
    /// <returns>The file as it can be opened.</returns>
    internal virtual Task<FoundFile> FetchAsync(FoundFile file, CancellationToken cancellationToken) => Task.FromResult(file);

    /// <summary>Gives back what <see cref="FetchAsync"/> took.</summary>
    internal virtual void Release(FoundFile file)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder?.Delete(recursive: true);
        _folder = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>Names a new file in a folder that only this user may open, and that goes with this place.</summary>
    protected string NewTemporaryPath()
    {
        _folder ??= Directory.CreateTempSubdirectory("hub-lists-");
        return Path.Combine(_folder.FullName, Path.GetRandomFileName());
    }
}
