using IntegrationHub.Core.Matching;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps people's decisions on matches, and who took which back.</summary>
public interface IDecisionStore
{
    /// <summary>Records what a person decided in one act, all or nothing. A decision replaces the one in force on the same
    /// pair. All records named become pending.</summary>
    /// <param name="act">The decisions, each pair once.</param>
    /// <param name="cancellationToken">Stops before the transaction begins.</param>
    /// <returns>A task.</returns>
    /// <exception cref="ArgumentException">A decision names one record twice, or there is none.</exception>
    Task AddAsync(IReadOnlyList<Decision> act, CancellationToken cancellationToken);

    /// <summary>Withdraws the decision in force on a pair; the one it had replaced is in force again. All records of what was
    /// withdrawn become pending.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="isWholeAct">Whether all that was decided in the same act is withdrawn with it.</param>
    /// <param name="withdrawal">Who, when, why.</param>
    /// <param name="cancellationToken">Stops before the transaction begins.</param>
    /// <returns>The decisions withdrawn; none when there was none in force on the pair.</returns>
    Task<IReadOnlyList<Decision>> WithdrawAsync(
        long recordA, long recordB, bool isWholeAct, Withdrawal withdrawal, CancellationToken cancellationToken);

    /// <summary>Lists the decisions in force.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The decisions in the order they were taken, at most one per pair.</returns>
    Task<IReadOnlyList<Decision>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lists every decision ever taken.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The decisions, the newest first.</returns>
    Task<IReadOnlyList<DecisionEntry>> ListHistoryAsync(CancellationToken cancellationToken);
}
