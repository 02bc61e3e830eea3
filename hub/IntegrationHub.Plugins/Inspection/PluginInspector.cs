using System.Reflection;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Plugins.Manifests;
using IntegrationHub.Plugins.Versions;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Decides from files alone whether a plugin can run in this hub, and says everything that stands against it.</summary>
internal sealed class PluginInspector(HostAssemblies host, InstalledPlugins? installed = null)
{
    private static readonly SemVersion SdkVersion = SemVersion.TryParse(
        typeof(Connector).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)?.Core
        ?? throw new InvalidOperationException("The hub's SDK carries no version.");

    private readonly SdkMembers _sdk = new(typeof(Connector).Assembly);

    public PluginInspection Inspect(string folder)
    {
        var reasons = new List<string>();
        var fingerprint = string.Empty;
        PluginManifest? manifest = null;
        InstalledPlugin? known = null;
        List<ConnectorClass> classes = [];
        try
        {
            fingerprint = PluginFingerprint.Of(folder);
            known = CheckFiles(folder, reasons);
            manifest = ManifestReader.Read(folder, reasons);
            if (manifest is not null)
            {
                classes = InspectEntry(manifest, Path.Combine(folder, manifest.Entry), reasons);
            }
        }
#pragma warning disable CA1031 // The boundary to a plugin's files: whatever is wrong with them concerns this plugin only.
        catch (Exception e)
#pragma warning restore CA1031
        {
            reasons.Add($"The folder cannot be read: {e.Message.TrimEnd('.')}. Check the files and their permissions, or remove the folder.");
        }

        return new PluginInspection
        {
            Folder = folder,
            Fingerprint = fingerprint,
            Manifest = manifest,
            Classes = classes,
            Installed = known,
            Origin = OriginOf(folder),
            Reasons = reasons,
        };
    }

    /// <summary>Says whether an installed plugin must be looked at again: its files are no longer what the lock file says, or it was
    /// refused and may have been mended, which its files alone do not show.</summary>
    public bool IsOutdated(PluginInspection plugin) =>
        plugin.Origin == PluginOrigin.Installed && (!plugin.IsFit || installed?.Check(plugin.Folder).Reasons.Count > 0);

    private PluginOrigin OriginOf(string folder) => installed?.Holds(folder) == true ? PluginOrigin.Installed
        : folder.StartsWith(ConnectorCatalog.ShippedFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? PluginOrigin.Shipped
        : PluginOrigin.Found;

    private InstalledPlugin? CheckFiles(string folder, List<string> reasons)
    {
        if (installed?.Holds(folder) != true)
        {
            return null;
        }

        var (plugin, faults) = installed.Check(folder);
        reasons.AddRange(faults);
        return plugin;
    }

    private List<ConnectorClass> InspectEntry(PluginManifest manifest, string path, List<string> reasons)
    {
        if (!manifest.Sdk.Contains(SdkVersion))
        {
            reasons.Add($"It needs IntegrationHub.Sdk {manifest.Sdk}; this hub has {SdkVersion}. "
                + "Install a version of the plugin made for this hub, or another hub.");
        }

        if (!File.Exists(path))
        {
            reasons.Add($"{manifest.Entry}, named by connector.json, is not in the folder. Copy the whole output of the plugin's build.");
            return [];
        }

        using var assembly = AssemblyFile.TryOpen(path, reasons);
        if (assembly is null)
        {
            return [];
        }

        TargetFrameworkCheck.Check(assembly, reasons);
        new ReferenceCheck(host, _sdk).Check(assembly, reasons);
        var classes = ConnectorClasses.Find(assembly.Metadata);
        CheckIds(manifest, classes, reasons);
        return classes;
    }

    private static void CheckIds(PluginManifest manifest, List<ConnectorClass> classes, List<string> reasons)
    {
        foreach (var id in manifest.Connectors)
        {
            var count = classes.Count(c => c.Id == id);
            if (count == 0)
            {
                var found = classes.Count == 0 ? "none" : string.Join(", ", classes.Select(c => c.Id).Order(StringComparer.Ordinal));
                reasons.Add($"connector.json names '{id}', but no class in {manifest.Entry} has [Connector(\"{id}\")]; found: {found}. "
                    + "Make the two agree.");
            }
            else if (count > 1)
            {
                reasons.Add($"{count} classes in {manifest.Entry} have [Connector(\"{id}\")]. Keep one.");
            }
        }
    }
}
