using System.Reflection.Metadata;
using System.Runtime.Versioning;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Refuses a plugin made for a newer .NET than the one that runs, or for another .NET altogether.</summary>
internal static class TargetFrameworkCheck
{
    public static void Check(AssemblyFile assembly, List<string> reasons)
    {
        if (TargetOf(assembly.Metadata) is not { } target)
        {
            return; // Nothing is said; the check of references finds what does not fit.
        }

        var framework = new FrameworkName(target);
        var host = new Version(Environment.Version.Major, Environment.Version.Minor);
        switch (framework.Identifier)
        {
            case ".NETStandard":
            case ".NETCoreApp" when framework.Version <= host:
                return;
            case ".NETCoreApp":
                reasons.Add($"{assembly.Name} is made for .NET {framework.Version}; this hub runs on .NET {host}. "
                    + $"Build the plugin for net{host}, or run the hub on .NET {framework.Version}.");
                return;
            default:
                reasons.Add($"{assembly.Name} is made for {framework.Identifier} {framework.Version}; this hub runs on .NET {host}. "
                    + $"Build the plugin for net{host}.");
                return;
        }
    }

    private static string? TargetOf(MetadataReader reader)
    {
        foreach (var attribute in reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && TypeNames.Of(reader, (TypeReferenceHandle)parent) == typeof(TargetFrameworkAttribute).FullName)
            {
                return attribute.DecodeValue(AttributeTypeNames.Instance).FixedArguments is [{ Value: string text }, ..] ? text : null;
            }
        }

        return null;
    }
}
