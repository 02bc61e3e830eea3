using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>One record of a list as values by column number; a column may hold several.</summary>
internal abstract class Row
{
    internal abstract int CountOf(int column);

    internal abstract string? ValueOf(int column, int index);

    internal abstract FieldKind KindOf(int column, int index);

    /// <summary>Says whether the row holds nothing at all, like the empty lines a spreadsheet leaves behind.</summary>
    internal abstract bool IsBlank();
}
