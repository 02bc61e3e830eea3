namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>A temporary folder with what a connector of files reads.</summary>
internal sealed class StandInFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-stand-in-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
