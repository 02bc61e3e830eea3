using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>The row that the sheet stands on.</summary>
internal sealed class SheetRow(SheetRows rows) : Row
{
    internal override int CountOf(int column) => 1;

    internal override string? ValueOf(int column, int index) => rows.Text(column);

    internal override FieldKind KindOf(int column, int index) => rows.IsFlag(column) ? FieldKind.Boolean
        : rows.IsNumber(column) ? FieldKind.Number
        : FieldKind.Text;

    internal override bool IsBlank()
    {
        for (var i = 0; i < rows.Columns; i++)
        {
            if (!string.IsNullOrWhiteSpace(rows.Text(i)))
            {
                return false;
            }
        }

        return true;
    }
}
