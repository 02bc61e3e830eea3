namespace IntegrationHub.Core.Runs;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>Under way, or its process died and no later run has noticed yet.</summary>
    Running = 0,

    /// <summary>Every requested stream completed, nothing set aside.</summary>
    Succeeded = 1,

    /// <summary>Some records were set aside or some streams failed; the rest is stored.</summary>
    Partial = 2,

    /// <summary>No requested stream completed.</summary>
    Failed = 3,

    /// <summary>Stopped on request at a checkpoint.</summary>
    Cancelled = 4,

    /// <summary>It ended without a word: its process ended, or the store could not be written. The next run goes on from its last checkpoint.</summary>
    Interrupted = 5,
}
