using System.Reflection.Metadata;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Finds what an assembly uses of the SDK that the hub's SDK does not have.</summary>
internal static class SdkReferences
{
    /// <summary>Names the missing types and members, each once, in order.</summary>
    public static IReadOnlyList<string> Missing(MetadataReader reader, SdkMembers sdk)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeReferences.Where(handle => IsOfSdk(reader, handle)))
        {
            var type = TypeNames.Of(reader, handle);
            used.Add(type);
            if (!sdk.HasType(type))
            {
                missing.Add(type);
            }
        }

        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            var type = Parent(reader, member.Parent);
            if (type is not null && used.Contains(type) && sdk.HasType(type) && MissingMember(reader, member, type, sdk) is { } name)
            {
                missing.Add(name);
            }
        }

        return [.. missing];
    }

    private static string? MissingMember(MetadataReader reader, MemberReference member, string type, SdkMembers sdk)
    {
        var name = reader.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return sdk.HasMember(type, name, member.DecodeFieldSignature(TypeNames.Instance, null)) ? null : $"{type}.{name}";
        }

        var signature = member.DecodeMethodSignature(TypeNames.Instance, null);
        return sdk.HasMember(type, name, TypeNames.Of(signature)) ? null : Display(type, name, signature);
    }

    private static string Display(string type, string name, MethodSignature<string> signature)
    {
        var isProperty = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
        return isProperty ? $"{type}.{name[4..]}" : $"{type}.{name.TrimStart('.')}({string.Join(", ", signature.ParameterTypes)})";
    }

    private static bool IsOfSdk(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfSdk(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => string.Equals(
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
                HostAssemblies.SdkName,
                StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static string? Parent(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => TypeNames.Of(reader, (TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle)
            .DecodeSignature(TypeNames.Instance, null).Split('<')[0],
        _ => null,
    };
}
