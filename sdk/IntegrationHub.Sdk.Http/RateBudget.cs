namespace IntegrationHub.Sdk.Http;

/// <summary>How often an account may be asked. All clients of a connector assembly in this process that name the same
/// account share one budget, also across sources and runs.</summary>
/// <param name="Account">What the system counts by: an account, a token, a host. May hold a secret; it is kept in memory
/// only, hashed, and shown nowhere.</param>
/// <param name="RequestsPerSecond">The lasting rate, above 0. Of two clients with different rates the later one counts.</param>
/// <param name="Burst">How many requests may go at once after a pause, at least 1.</param>
public sealed record RateBudget(string Account, double RequestsPerSecond, int Burst = 1)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{RequestsPerSecond}/s, burst {Burst}");
}
