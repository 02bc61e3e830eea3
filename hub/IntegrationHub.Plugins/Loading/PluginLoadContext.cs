using System.Reflection;
using System.Runtime.Loader;
using IntegrationHub.Plugins.Inspection;

namespace IntegrationHub.Plugins.Loading;

/// <summary>The world in which one version of a plugin lives, and with which its code goes away.</summary>
/// <remarks>
/// Shared assemblies come from the hub whatever version the plugin was built on; the SDK's AssemblyVersion is the same for
/// a whole major version. Files are mapped where they lie: on Linux the folder may be replaced while it is in use, by
/// renaming a new one into place; overwriting a mapped file is not safe.
/// </remarks>
internal sealed class PluginLoadContext(string name, string entryPath, HostAssemblies host)
    : AssemblyLoadContext(name, isCollectible: true)
{
    private readonly PluginAssemblies _assemblies = new(entryPath, host);

    public Assembly LoadEntry() => LoadFromAssemblyPath(entryPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var (origin, path) = _assemblies.Find(assemblyName);
        return origin switch
        {
            AssemblyOrigin.Shared => HostAssemblies.LoadShared(assemblyName.Name!),
            AssemblyOrigin.Private => LoadFromAssemblyPath(path!),

            // The runtime would go on to look in the hub's own folder, and the plugin would run on the hub's private copy.
            AssemblyOrigin.Missing when host.IsOwn(assemblyName.Name!) => throw new FileNotFoundException(
                $"{assemblyName.Name} is not in the plugin's folder; the hub's own copy is not for plugins.", assemblyName.FullName),
            _ => null,
        };
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _assemblies.FindUnmanaged(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
