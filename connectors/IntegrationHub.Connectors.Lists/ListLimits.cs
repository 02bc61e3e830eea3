namespace IntegrationHub.Connectors.Lists;

/// <summary>Every limit of this connector, in one place; README.md says what happens at each.</summary>
internal static class ListLimits
{
    /// <summary>Bytes (as UTF-8) of one CSV row, one JSON object or one line of a business card. A longer one is set aside.</summary>
    internal const int RecordBytesMax = 1024 * 1024;

    /// <summary>Bytes of raw text kept with a record that is set aside.</summary>
    internal const int RawBytesMax = 64 * 1024;

    /// <summary>Columns of one file.</summary>
    internal const int ColumnsMax = 2_000;

    /// <summary>Values that one JSON array, or one cell with several values, gives to one field.</summary>
    internal const int ValuesPerColumnMax = 100;

    /// <summary>Properties of one business card.</summary>
    internal const int CardPropertiesMax = 1_000;

    /// <summary>Characters of a record's key.</summary>
    internal const int KeyCharsMax = 512;

    /// <summary>Addresses of one record.</summary>
    internal const int AddressesMax = 32;

    /// <summary>Rows looked at to propose a mapping and to check a file.</summary>
    internal const int SampleRowsMax = 200;

    /// <summary>Rows in which a check looks for keys that occur twice.</summary>
    internal const int CheckRowsMax = 1_000;

    /// <summary>Bytes at the start of a file from which delimiter and format are told.</summary>
    internal const int HeadBytesMax = 256 * 1024;

    /// <summary>Messages between two checkpoints.</summary>
    internal const int CheckpointInterval = 5_000;

    /// <summary>Files that one source may read.</summary>
    internal const int FilesMax = 100_000;

    /// <summary>Bytes of state spent on remembering files; past it every run reads every file.</summary>
    internal const int RememberedBytesMax = 48 * 1024;

    /// <summary>Bytes of a .xlsx file's parts, unpacked. They are read as a stream.</summary>
    internal const long WorkbookBytesMax = 4L * 1024 * 1024 * 1024;

    /// <summary>Bytes of the different texts of a .xlsx file, which are kept in memory while it is read.</summary>
    internal const long SharedTextBytesMax = 128 * 1024 * 1024;

    /// <summary>Bytes of a .xls file, whose texts are kept in memory too.</summary>
    internal const long OldWorkbookBytesMax = 128 * 1024 * 1024;

    /// <summary>Bytes of a file that is fetched from another machine.</summary>
    internal const long DownloadBytesMax = 16L * 1024 * 1024 * 1024;

    /// <summary>Gets how long fetching one file may take.</summary>
    internal static TimeSpan DownloadTimeout { get; } = TimeSpan.FromHours(1);

    /// <summary>Bytes of a mapping document.</summary>
    internal const int MappingBytesMax = 1024 * 1024;
}
