using System.Text.Json;

namespace IntegrationHub.Plugins.Installing;

/// <summary>The lock file: what is installed, file by file, and whose signature is trusted.</summary>
internal sealed record ConnectorLock
{
    public const string FileName = "connectors.lock.json";

    private const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public IReadOnlyList<Publisher> Publishers { get; init; } = [];

    public IReadOnlyList<InstalledPlugin> Plugins { get; init; } = [];

    /// <summary>Reads the lock file of the folder of installed connectors; one that is not there is empty.</summary>
    /// <exception cref="InstallException">It cannot be read.</exception>
    public static ConnectorLock Read(string directory)
    {
        var file = new FileInfo(Path.Combine(directory, FileName));
        if (!file.Exists)
        {
            return new ConnectorLock();
        }

        try
        {
            var found = file.Length <= InstallLimits.LockBytesMax
                ? JsonSerializer.Deserialize<ConnectorLock>(File.ReadAllBytes(file.FullName), LockJson.Options)
                : null;
            return found is { Format: CurrentFormat } ? found : throw Broken(file, null);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Broken(file, e);
        }
    }

    public void Write(string directory) =>
        DurableFile.Replace(Path.Combine(directory, FileName), JsonSerializer.SerializeToUtf8Bytes(this, LockJson.Options));

    public InstalledPlugin? Find(string name, string version) => Plugins.FirstOrDefault(p => p.IsNamed(name) && p.Version == version);

    public InstalledPlugin? At(string relativeFolder) => Plugins.FirstOrDefault(p => p.Folder == relativeFolder);

    public Publisher? PublisherOf(string fingerprint) => Publishers.FirstOrDefault(p => p.Fingerprint == fingerprint);

    public ConnectorLock With(InstalledPlugin plugin) => this with
    {
        Plugins = [.. Without(plugin).Plugins.Append(plugin).OrderBy(p => p.Folder, StringComparer.Ordinal)],
    };

    public ConnectorLock Without(InstalledPlugin plugin) => this with { Plugins = [.. Plugins.Where(p => p.Folder != plugin.Folder)] };

    private static InstallException Broken(FileInfo file, Exception? cause) => new(
        $"The lock file '{file.FullName}' cannot be read.", "put it back from your backup, or remove it and install the connectors again", cause: cause);
}
