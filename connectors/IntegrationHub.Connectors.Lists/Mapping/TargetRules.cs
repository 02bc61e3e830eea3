using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>What a column may feed.</summary>
internal static class TargetRules
{
    internal static MappingTarget Checked(string column, string? field, int group)
    {
        if (field is null || !(MappingTarget.IsSpecial(field) || PersonFields.IsKnown(field)))
        {
            throw ConnectorException.Configuration(
                "mapping",
                field is null ? $"Column '{column}' has no field." : $"Column '{column}' is to feed '{field}', which is not a field.",
                $"Nearest fields: {NearestNames.Of(field ?? column, Names)}; or attribute:NAME, identifier:NAME, consent:CHANNEL/PURPOSE, list:NAME.");
        }

        if (field.StartsWith(PersonFields.ConsentPrefix, StringComparison.Ordinal)
            && field.Split('/') is not [{ Length: > 8 }, { Length: > 0 }])
        {
            throw ConnectorException.Configuration(
                "mapping", $"Column '{column}' is to feed '{field}', which lacks channel or purpose.", "Write consent:CHANNEL/PURPOSE, for example consent:email/marketing.");
        }

        var target = new MappingTarget(field, group);
        return group == 0 || target.IsAddress
            ? target
            : throw ConnectorException.Configuration(
                "mapping", $"Column '{column}' gives a group to '{field}'.", "Only address fields have groups; leave it out.");
    }

    private static IEnumerable<string> Names =>
        PersonFields.All.Concat([MappingTarget.Key, MappingTarget.UpdatedAt, MappingTarget.Deleted]);
}
