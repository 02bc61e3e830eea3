using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Tells the rule of a field.</summary>
internal static class JoinRules
{
    internal static JoinRule Of(string field) => field switch
    {
        PersonFields.Email or PersonFields.Phone or PersonFields.Url => JoinRule.Repeat,
        PersonFields.BirthDate => JoinRule.Hyphen,
        PersonFields.Gender or PersonFields.Organization or PersonFields.JobTitle => JoinRule.First,
        _ when field.StartsWith("name.", StringComparison.Ordinal) || field.StartsWith("address.", StringComparison.Ordinal) => JoinRule.Blank,
        _ when field.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal) => JoinRule.Comma,
        _ => JoinRule.Repeat,
    };

    internal static string Separator(JoinRule rule) => rule switch
    {
        JoinRule.Hyphen => "-",
        JoinRule.Comma => ", ",
        _ => " ",
    };
}
