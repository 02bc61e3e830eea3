using IntegrationHub.Sync;

namespace IntegrationHub.Hosting.Tests;

/// <summary>Does something once, between a run's first commit and its second.</summary>
internal sealed class AfterFirstCommit(Action act) : IProgress<SyncProgress>
{
    private bool _isDone;

    public void Report(SyncProgress value)
    {
        if (!_isDone)
        {
            _isDone = true;
            act();
        }
    }
}
