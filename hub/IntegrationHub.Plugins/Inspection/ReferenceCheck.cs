using System.Reflection;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Follows the references of a plugin through all its private assemblies and names what will not be found.</summary>
internal sealed class ReferenceCheck(HostAssemblies host, SdkMembers sdk)
{
    private const int AssembliesMax = 1_000;
    private const int NamesShownMax = 10;

    private static readonly Version SdkContract = typeof(Connector).Assembly.GetName().Version!;

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _paths = new();

    public void Check(AssemblyFile entry, List<string> reasons)
    {
        var assemblies = new PluginAssemblies(entry.Path, host);
        CheckOne(entry, assemblies, reasons);
        while (_paths.TryDequeue(out var path))
        {
            using var assembly = AssemblyFile.TryOpen(path, reasons);
            if (assembly is not null)
            {
                CheckOne(assembly, assemblies, reasons);
            }
        }
    }

    private void CheckOne(AssemblyFile assembly, PluginAssemblies assemblies, List<string> reasons)
    {
        var reader = assembly.Metadata;
        foreach (var reference in reader.AssemblyReferences.Select(reader.GetAssemblyReference))
        {
            var name = reference.GetAssemblyName();
            if (string.Equals(name.Name, HostAssemblies.SdkName, StringComparison.OrdinalIgnoreCase))
            {
                CheckSdk(assembly, name.Version ?? SdkContract, reasons);
            }
            else if (_seen.Add(name.Name!))
            {
                CheckReference(assembly, name, assemblies.Find(name), reasons);
            }
        }
    }

    private void CheckReference(
        AssemblyFile assembly, AssemblyName name, (AssemblyOrigin Origin, string? Path) found, List<string> reasons)
    {
        switch (found.Origin)
        {
            case AssemblyOrigin.Private when _seen.Count > AssembliesMax:
                reasons.Add($"It brings more than {AssembliesMax} assemblies. Split the plugin.");
                _paths.Clear();
                break;
            case AssemblyOrigin.Private:
                _paths.Enqueue(found.Path!);
                break;
            case AssemblyOrigin.Framework when name.Version > host.FrameworkVersion(name.Name!):
                reasons.Add($"{assembly.Name} needs {name.Name} {name.Version} of .NET; this hub runs with {host.FrameworkVersion(name.Name!)}. "
                    + $"Build the plugin for net{Environment.Version.ToString(2)}.");
                break;
            case AssemblyOrigin.Missing:
                reasons.Add($"{assembly.Name} needs {name.Name} {name.Version}, which is not in the folder. "
                    + $"Copy {name.Name}.dll beside it; a build with EnableDynamicLoading puts it there.");
                break;
        }
    }

    private void CheckSdk(AssemblyFile assembly, Version wanted, List<string> reasons)
    {
        if (wanted.Major != SdkContract.Major)
        {
            reasons.Add($"{assembly.Name} is built on contract {wanted.Major} of IntegrationHub.Sdk; this hub has contract {SdkContract.Major}. "
                + "Install a version of the plugin made for this hub.");
        }

        var missing = SdkReferences.Missing(assembly.Metadata, sdk);
        if (missing.Count > 0)
        {
            var more = missing.Count > NamesShownMax ? $" and {missing.Count - NamesShownMax} more" : string.Empty;
            reasons.Add($"{assembly.Name} uses what this hub's IntegrationHub.Sdk does not have: "
                + $"{string.Join(", ", missing.Take(NamesShownMax))}{more}. It is built on another SDK version; update the hub, or install an older plugin.");
        }
    }
}
