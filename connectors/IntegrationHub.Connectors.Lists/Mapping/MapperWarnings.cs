using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Says after a file what the mapper could not use.</summary>
internal sealed class MapperWarnings(RecordPlan plan, RecordMapper mapper)
{
    internal IReadOnlyList<string> List() => mapper.UnreadableTimes == 0
        ? []
        : [string.Create(
            CultureInfo.InvariantCulture,
            $"{mapper.UnreadableTimes} values of column '{plan.Columns[plan.UpdatedAt]}' are no points in time; these records have no updatedAt.")];
}
