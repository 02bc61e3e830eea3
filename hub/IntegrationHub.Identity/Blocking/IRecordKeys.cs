namespace IntegrationHub.Identity.Blocking;

/// <summary>Reads the keys of records. One per thread.</summary>
internal interface IRecordKeys
{
    /// <summary>Gives the keys of a record, each once. The span is valid until the next call.</summary>
    ReadOnlySpan<ulong> Of(int record);
}
