using System.Xml;
using ExcelDataReader.Exceptions;
using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>Says who must act when a workbook cannot be read. The parser throws what it likes at a damaged file.</summary>
internal static class WorkbookErrors
{
    internal static Exception Sort(Exception error, FoundFile file) => error switch
    {
        ConnectorException or UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or OperationCanceledException => error,
        InvalidPasswordException => ConnectorException.Configuration("path", $"'{file.Name}' is protected by a password.", "Save it without a password.", error),
        ExcelReaderException or InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException
            or IndexOutOfRangeException or NullReferenceException or OverflowException or NotSupportedException or KeyNotFoundException =>
            ConnectorException.Configuration("path", $"'{file.Name}' is no workbook that can be read, or is damaged.", "Open it in a spreadsheet and save it again as .xlsx or as CSV (UTF-8).", error),
        _ => error,
    };
}
