namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>One field with the columns that feed it, in column order.</summary>
/// <param name="Target">The field.</param>
/// <param name="Rule">What happens when there is more than one value.</param>
/// <param name="Columns">Column numbers.</param>
internal sealed record PlannedField(MappingTarget Target, JoinRule Rule, int[] Columns);
