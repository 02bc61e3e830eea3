using System.Reflection;
using System.Runtime.Loader;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Says for one plugin where each assembly comes from: the same answer for the check before loading and for the loading.</summary>
internal sealed class PluginAssemblies
{
    private readonly HostAssemblies _host;
    private readonly string _folder;
    private readonly AssemblyDependencyResolver? _resolver;

    public PluginAssemblies(string entryPath, HostAssemblies host)
    {
        _host = host;
        _folder = Path.GetDirectoryName(entryPath)!;
        try
        {
            _resolver = new AssemblyDependencyResolver(entryPath);
        }
        catch (InvalidOperationException)
        {
            // The .deps.json is broken or names files that are gone. Looking in the folder finds what there is,
            // and the check of references names what there is not.
        }
    }

    public (AssemblyOrigin Origin, string? Path) Find(AssemblyName name)
    {
        var simpleName = name.Name ?? string.Empty;
        if (HostAssemblies.IsShared(simpleName))
        {
            return (AssemblyOrigin.Shared, null);
        }

        if (FindPrivate(name, simpleName) is { } path)
        {
            return (AssemblyOrigin.Private, path);
        }

        return (_host.IsFramework(simpleName) ? AssemblyOrigin.Framework : AssemblyOrigin.Missing, null);
    }

    public string? FindUnmanaged(string name) => _resolver?.ResolveUnmanagedDllToPath(name);

    private string? FindPrivate(AssemblyName name, string simpleName)
    {
        if (_resolver?.ResolveAssemblyToPath(name) is { } listed && File.Exists(listed))
        {
            return listed;
        }

        if (!string.IsNullOrEmpty(name.CultureName) || Path.GetFileName(simpleName) != simpleName)
        {
            return null;
        }

        var beside = Path.Combine(_folder, simpleName + ".dll");
        return File.Exists(beside) ? beside : null;
    }
}
