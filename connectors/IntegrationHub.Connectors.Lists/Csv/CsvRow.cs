using CsvHelper;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>The row that the parser stands on; values are taken out only when asked for.</summary>
internal sealed class CsvRow : Row
{
    internal CsvReader? Parser { get; set; }

    internal override int CountOf(int column) => 1;

    internal override string? ValueOf(int column, int index) => Parser!.GetString(column);

    internal override FieldKind KindOf(int column, int index) => FieldKind.Text;

    internal override bool IsBlank()
    {
        for (var i = 0; i < Parser!.FieldCount; i++)
        {
            if (!string.IsNullOrWhiteSpace(Parser.GetString(i)))
            {
                return false;
            }
        }

        return true;
    }
}
