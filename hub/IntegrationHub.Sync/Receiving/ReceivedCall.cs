using IntegrationHub.Sdk;

namespace IntegrationHub.Sync.Receiving;

/// <summary>A request that waits for its answer.</summary>
/// <param name="Request">The request.</param>
internal sealed record ReceivedCall(ReceivedRequest Request)
{
    private readonly TaskCompletionSource<ReceivedAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

#pragma warning disable VSTHRD003 // The hub has no synchronisation context to deadlock on.
    public Task<ReceivedAnswer> Answer => _answer.Task;
#pragma warning restore VSTHRD003

    public void Reply(ReceivedAnswer answer) => _answer.TrySetResult(answer);
}
