namespace IntegrationHub.Connectors.Lists;

/// <summary>How a list file is written.</summary>
public enum ListFormat
{
    /// <summary>Found out from the file's name, else from its first characters.</summary>
    Auto = 0,

    /// <summary>Lines of values with a separator, which is found out unless given.</summary>
    Csv = 1,

    /// <summary>Lines of values separated by tabs.</summary>
    Tsv = 2,

    /// <summary>One JSON object per line.</summary>
    Jsonl = 3,

    /// <summary>Electronic business cards: vCard 2.1, 3.0 and 4.0.</summary>
    Vcard = 4,

    /// <summary>A sheet of a workbook: .xlsx, .xlsm and .xls.</summary>
    Xlsx = 5,

    /// <summary>Entries of a directory: LDIF.</summary>
    Ldif = 6,

    /// <summary>One JSON array of objects.</summary>
    Json = 7,
}
