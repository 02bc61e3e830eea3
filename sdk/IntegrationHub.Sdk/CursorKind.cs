namespace IntegrationHub.Sdk;

/// <summary>How records of a stream are ordered by the value that tells new from old.</summary>
public enum CursorKind
{
    /// <summary>There is none; each run reads the whole stream.</summary>
    None = 0,

    /// <summary>Records come oldest first, so a run that dies may go on from its last checkpoint.</summary>
    Ordered = 1,

    /// <summary>Records come in any order, so a cursor counts only once the stream is completed.</summary>
    Unordered = 2,
}
