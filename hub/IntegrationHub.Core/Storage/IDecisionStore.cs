using IntegrationHub.Core.Matching;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps people's decisions on matches.</summary>
public interface IDecisionStore
{
    /// <summary>Records a decision; an older one on the same pair is withdrawn. Both records become pending.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task AddAsync(Decision decision, CancellationToken cancellationToken);

    /// <summary>Withdraws the decision on a pair. Both records become pending.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="by">Who withdraws.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="false"/> when there was none.</returns>
    Task<bool> WithdrawAsync(long recordA, long recordB, string by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Lists the decisions in force.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The decisions, at most one per pair.</returns>
    Task<IReadOnlyList<Decision>> ListAsync(CancellationToken cancellationToken);
}
