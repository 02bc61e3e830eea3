namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>How a sheet is laid out.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Columns">The columns' names, all different.</param>
/// <param name="FirstRow">How many rows come before the first record.</param>
/// <param name="Warnings">What deserves a look.</param>
internal sealed record SheetLayout(string Sheet, IReadOnlyList<string> Columns, int FirstRow, IReadOnlyList<string> Warnings);
