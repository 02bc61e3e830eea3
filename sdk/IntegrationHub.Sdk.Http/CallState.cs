using Polly;

namespace IntegrationHub.Sdk.Http;

/// <summary>What one call of a client has used up so far, over all its attempts. Attempts follow one another; not thread-safe.</summary>
internal sealed class CallState(TimeSpan waitMax)
{
    internal static readonly ResiliencePropertyKey<CallState> Key = new("integrationhub.call");

    internal int Attempts { get; set; }

    internal TimeSpan WaitLeft { get; private set; } = waitMax;

    /// <summary>Says whether one more wait of that length is within the limit.</summary>
    internal bool MayWait(TimeSpan length) => length <= WaitLeft && WaitLeft > TimeSpan.Zero;

    // The last wait may be longer than what was left; the attempt after it is made all the same.
    internal void Spend(TimeSpan wait) => WaitLeft = wait < WaitLeft ? WaitLeft - wait : TimeSpan.Zero;
}
