using System.IO.Compression;
using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>Refuses workbooks that would fill the memory: the texts of a workbook are kept while it is read.</summary>
internal static class WorkbookSize
{
    private const string SharedTexts = "xl/sharedStrings.xml";

    /// <summary>Looks at the sizes that a .xlsx file states for its parts; leaves the stream at its start.</summary>
    internal static void Check(Stream stream, FoundFile file)
    {
        Span<byte> head = stackalloc byte[2];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (read < head.Length || !head.SequenceEqual("PK"u8))
        {
            if (stream.Length > ListLimits.OldWorkbookBytesMax)
            {
                throw TooLarge(file, ListLimits.OldWorkbookBytesMax, "bytes");
            }

            return;
        }

        using var parts = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (parts.GetEntry("xl/workbook.xml") is null)
        {
            throw ConnectorException.Configuration("path", $"'{file.Name}' is an archive, not a workbook.", "Unpack it, or give a .xlsx file that Excel has saved.");
        }

        if (parts.GetEntry(SharedTexts)?.Length > ListLimits.SharedTextBytesMax)
        {
            throw TooLarge(file, ListLimits.SharedTextBytesMax, "bytes of different texts");
        }

        if (parts.Entries.Sum(e => e.Length) > ListLimits.WorkbookBytesMax)
        {
            throw TooLarge(file, ListLimits.WorkbookBytesMax, "bytes unpacked");
        }

        stream.Position = 0;
    }

    private static ConnectorException TooLarge(FoundFile file, long max, string unit) =>
        ConnectorException.Configuration("path", $"'{file.Name}' holds more than {max} {unit}.", "Save the sheet as CSV (UTF-8); text files of any size are read.");
}
