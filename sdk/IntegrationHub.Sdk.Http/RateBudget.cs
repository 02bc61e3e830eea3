namespace IntegrationHub.Sdk.Http;

/// <summary>How often an account may be asked. All clients in this process that name the same account of the same host share one
/// budget, also across plugins, sources and runs; see <see cref="Accounts.AccountBudgets"/>.</summary>
/// <param name="Account">What the system counts by: an account, a token, a shop. May hold a secret; it is kept in memory
/// only, hashed, and shown nowhere.</param>
/// <param name="RequestsPerSecond">The lasting rate, above 0; where requests have a cost, the cost restored per second. Of two
/// clients with different rates the later one counts.</param>
/// <param name="Burst">How many requests (or how much cost) may go at once after a pause, at least 1.</param>
public sealed record RateBudget(string Account, double RequestsPerSecond, int Burst = 1)
{
    /// <summary>Gets how to read what an answer tells about the budget, for systems whose answers do.</summary>
    /// <value>Return <see langword="null"/> for an answer that tells nothing. Defaults to none.</value>
    public Func<HttpAnswer, RateReport?>? Read { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{RequestsPerSecond}/s, burst {Burst}");
}
