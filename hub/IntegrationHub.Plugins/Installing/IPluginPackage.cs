namespace IntegrationHub.Plugins.Installing;

/// <summary>Something that holds one plugin's files.</summary>
internal interface IPluginPackage : IDisposable
{
    /// <summary>Gets what to call it to people.</summary>
    string Name { get; }

    /// <summary>Gets what the package says of itself apart from its manifest, if it does.</summary>
    PackageNuspec? Nuspec { get; }

    /// <summary>Writes the plugin's files into an empty folder; each is on the disk when it returns.</summary>
    /// <exception cref="InstallException">A file is of a kind, has a name, or goes past a limit, that no plugin may have.</exception>
    void ExtractTo(string folder);
}
