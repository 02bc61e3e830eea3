using IntegrationHub.Core.Runs;

namespace IntegrationHub.Sync.Admin;

/// <summary>What a retry of quarantined records did.</summary>
/// <param name="Run">The run that took them in.</param>
/// <param name="Taken">Records taken in now.</param>
/// <param name="Refused">Records that the gate still refuses; they stay.</param>
/// <param name="Unreadable">Records that only the connector can read; they stay until the source is read again.</param>
public sealed record QuarantineRetry(Run Run, long Taken, long Refused, long Unreadable)
{
    /// <summary>Gets how many stay in quarantine.</summary>
    public long Left => Refused + Unreadable;
}
