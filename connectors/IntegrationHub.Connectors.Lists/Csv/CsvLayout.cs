using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>How a CSV file is laid out.</summary>
/// <param name="Delimiter">What stands between two values.</param>
/// <param name="Columns">The columns' names, all different.</param>
/// <param name="FirstRow">Where the rows begin.</param>
/// <param name="Warnings">What deserves a look.</param>
internal sealed record CsvLayout(char Delimiter, IReadOnlyList<string> Columns, ListPosition FirstRow, IReadOnlyList<string> Warnings);
