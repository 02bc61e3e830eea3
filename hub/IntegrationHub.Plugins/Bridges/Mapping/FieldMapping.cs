namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Which columns fill which fields of an interaction or a consent.</summary>
/// <param name="Columns">Each column with the field it fills.</param>
/// <param name="Values">Fields with the same value for every record.</param>
internal sealed record FieldMapping(IReadOnlyList<(string Column, string Field)> Columns, IReadOnlyDictionary<string, string> Values)
{
    internal bool Fills(string field) => Values.ContainsKey(field) || Columns.Any(c => c.Field == field);
}
