namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>A column with its first values, trimmed; blank ones are counted, not kept.</summary>
/// <param name="Name">The column's name.</param>
internal sealed record ColumnSample(string Name)
{
    internal List<string> Values { get; } = [];

    internal int Blank { get; private set; }

    internal bool IsUnique => Values.Distinct(StringComparer.Ordinal).Count() == Values.Count;

    internal void Take(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Blank++;
        }
        else
        {
            Values.Add(value.Trim());
        }
    }
}
