namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>Tells how a file is written: by the setting, else by its name, else by its first characters.</summary>
internal static class FormatDetector
{
    private static readonly (string Extension, ListFormat Format)[] Known =
    [
        (".csv", ListFormat.Csv), (".tsv", ListFormat.Tsv), (".tab", ListFormat.Tsv), (".jsonl", ListFormat.Jsonl),
        (".ndjson", ListFormat.Jsonl), (".vcf", ListFormat.Vcard), (".vcard", ListFormat.Vcard),
        (".xlsx", ListFormat.Xlsx), (".xlsm", ListFormat.Xlsx), (".xls", ListFormat.Xlsx), (".ldif", ListFormat.Ldif), (".ldi", ListFormat.Ldif),
        (".txt", ListFormat.Auto), (".json", ListFormat.Auto),
    ];

    internal static IEnumerable<string> Extensions(ListFormat format) =>
        Known.Where(k => format is ListFormat.Auto || k.Format == format || k.Format is ListFormat.Auto).Select(k => k.Extension);

    internal static bool MayHold(string name, ListFormat format) =>
        Extensions(format).Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Says whether a file's first bytes are those of a workbook: a zip file, or an old compound file.</summary>
    internal static bool IsWorkbook(ListFormat setting, ReadOnlySpan<byte> head) =>
        setting is ListFormat.Auto or ListFormat.Xlsx
        && (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]));

    /// <summary>Tells the format of one file that is no workbook.</summary>
    /// <param name="setting">What the settings say.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="head">The file's first characters.</param>
    internal static ListFormat Tell(ListFormat setting, string name, ReadOnlySpan<char> head)
    {
        RefuseContainers(name, head);
        if (setting is ListFormat.Xlsx)
        {
            throw ConnectorException.Configuration("format", $"'{name}' is no workbook.", "Set format to auto, or to what the file is.");
        }

        if (setting is not ListFormat.Auto)
        {
            return setting;
        }

        var extension = Path.GetExtension(name);
        var known = Array.Find(Known, k => k.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase)).Format;

        // What many shops export as .xls is text.
        return known is not (ListFormat.Auto or ListFormat.Xlsx) ? known : TellFromText(name, head.TrimStart());
    }

    private static ListFormat TellFromText(string name, ReadOnlySpan<char> head)
    {
        if (head.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
        {
            return ListFormat.Vcard;
        }

        if (head.StartsWith("dn:", StringComparison.OrdinalIgnoreCase) || head.StartsWith("version: 1", StringComparison.OrdinalIgnoreCase))
        {
            return ListFormat.Ldif;
        }

        if (head.StartsWith("<"))
        {
            throw ConnectorException.Configuration("path", $"'{name}' is a web page or XML, not a list.", "Open it in a spreadsheet and save it as .xlsx or as CSV (UTF-8).");
        }

        return head.StartsWith("[") ? ListFormat.Json : head.StartsWith("{") ? ListFormat.Jsonl : ListFormat.Csv;
    }

    private static void RefuseContainers(string name, ReadOnlySpan<char> head)
    {
        if (head.StartsWith("PK\u0003\u0004") || head.StartsWith("\u00D0\u00CF\u0011\u00E0"))
        {
            throw ConnectorException.Configuration(
                "format", $"'{name}' is a workbook or an archive, not a text file.", "Set format to auto or xlsx, or unpack the archive.");
        }

        if (head.StartsWith("\u001F\u2039") || head.StartsWith("\u001F\u008B"))
        {
            throw ConnectorException.Configuration("path", $"'{name}' is compressed.", "Unpack it with gunzip first.");
        }
    }
}
