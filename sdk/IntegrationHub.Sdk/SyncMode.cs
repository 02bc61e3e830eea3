namespace IntegrationHub.Sdk;

/// <summary>How much of a stream to read.</summary>
public enum SyncMode
{
    /// <summary>Everything. What is missing from a completed full read is gone at the source.</summary>
    Full = 0,

    /// <summary>What is new or changed since <see cref="StreamRequest.Since"/>.</summary>
    Incremental = 1,
}
