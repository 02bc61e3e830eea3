namespace IntegrationHub.Sync.Admin;

/// <summary>How an export is written.</summary>
public enum ExportFormat
{
    /// <summary>A header and one line a row (RFC 4180), UTF-8.</summary>
    Csv = 0,

    /// <summary>One JSON object a line, UTF-8.</summary>
    Jsonl = 1,
}
