namespace IntegrationHub.Plugins.Installing;

/// <summary>A plain folder with a <c>connector.json</c>, as a build makes it.</summary>
internal sealed class FolderPackage(string folder) : IPluginPackage
{
    public string Name => folder;

    public PackageNuspec? Nuspec => null;

    public void ExtractTo(string target)
    {
        var total = 0L;
        foreach (var (path, file) in PluginFiles.List(folder))
        {
            using var content = file.OpenRead();
            total += DurableFile.Write(target, path, content, InstallLimits.PluginBytesMax - total)
                ?? throw new InstallException(
                    $"Folder '{folder}' holds more than {InstallLimits.Mebibytes(InstallLimits.PluginBytesMax)}.", "leave out what the plugin does not need");
        }
    }

    public void Dispose()
    {
        // Nothing is held open.
    }
}
