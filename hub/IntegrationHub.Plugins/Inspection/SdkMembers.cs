using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Everything that a plugin may refer to in the hub's SDK: visible types, and visible members with their signatures.</summary>
internal sealed class SdkMembers
{
    private readonly Dictionary<string, SdkType> _types = new(StringComparer.Ordinal);
    private readonly Assembly _sdk;

    public SdkMembers(Assembly sdk)
    {
        _sdk = sdk;
        if (sdk.Location.Length == 0)
        {
            throw new NotSupportedException(
                "The SDK's file cannot be found, so plugins cannot be checked. Publish the hub as files, not as a single file.");
        }

        using var file = new PEReader(File.OpenRead(sdk.Location));
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeDefinitions)
        {
            Add(reader, handle);
        }
    }

    public bool HasType(string type) => _types.ContainsKey(type);

    /// <summary>Says whether a type, or a type it derives from, has a member with this signature.</summary>
    public bool HasMember(string type, string name, string signature)
    {
        for (var current = type; _types.TryGetValue(current, out var found); current = found.Base)
        {
            if (found.Members.Contains($"{name} {signature}"))
            {
                return true;
            }
        }

        return IsInheritedFromElsewhere(type, name);
    }

    private static bool IsVisible(TypeAttributes attributes) =>
        (attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic
            or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem;

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string BaseOf(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => string.Empty,
        HandleKind.TypeDefinition => TypeNames.Of(reader, (TypeDefinitionHandle)handle),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle)
            .DecodeSignature(TypeNames.Instance, null).Split('<')[0],
        _ => string.Empty,
    };

    private void Add(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        if (!IsVisible(type.Attributes))
        {
            return;
        }

        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(m => IsVisible(m.Attributes)))
        {
            members.Add($"{reader.GetString(method.Name)} {TypeNames.Of(method.DecodeSignature(TypeNames.Instance, null))}");
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(f => IsVisible(f.Attributes)))
        {
            members.Add($"{reader.GetString(field.Name)} {field.DecodeSignature(TypeNames.Instance, null)}");
        }

        _types.Add(TypeNames.Of(reader, handle), new SdkType(members, BaseOf(reader, type.BaseType)));
    }

    /// <summary>A member that the SDK's type has from .NET, such as <c>Exception.Message</c>, is not in the SDK's metadata.</summary>
    private bool IsInheritedFromElsewhere(string type, string name) =>
        _sdk.GetType(type) is { } loaded
        && loaded.GetMember(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(m => m.DeclaringType is { } declaring && declaring.Assembly != _sdk);

    private sealed record SdkType(HashSet<string> Members, string Base);
}
