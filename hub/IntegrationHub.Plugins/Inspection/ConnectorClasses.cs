using System.Reflection.Metadata;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Finds the connector classes of an assembly without loading it.</summary>
internal static class ConnectorClasses
{
    public static List<ConnectorClass> Find(MetadataReader reader)
    {
        var classes = new List<ConnectorClass>();
        foreach (var handle in reader.TypeDefinitions)
        {
            foreach (var attribute in reader.GetTypeDefinition(handle).GetCustomAttributes().Select(reader.GetCustomAttribute))
            {
                if (IsConnectorAttribute(reader, attribute))
                {
                    classes.Add(Read(reader, handle, attribute));
                }
            }
        }

        return classes;
    }

    private static ConnectorClass Read(MetadataReader reader, TypeDefinitionHandle handle, CustomAttribute attribute)
    {
        var value = attribute.DecodeValue(AttributeTypeNames.Instance);
        var id = value.FixedArguments is [{ Value: string text }, ..] ? text : string.Empty;
        var title = value.NamedArguments.FirstOrDefault(a => a.Name == nameof(ConnectorAttribute.Title)).Value as string;
        return new ConnectorClass(id, title, TypeNames.Of(reader, handle));
    }

    private static bool IsConnectorAttribute(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            && TypeNames.Of(reader, (TypeReferenceHandle)parent) == typeof(ConnectorAttribute).FullName;
    }
}
