using IntegrationHub.Core.Runs;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps runs.</summary>
public interface IRunStore
{
    /// <summary>Starts a run. A run of the same source that is still <see cref="RunStatus.Running"/> becomes
    /// <see cref="RunStatus.Interrupted"/>: whoever starts a run holds the source's lease, so that one is dead.</summary>
    /// <param name="run">The run; its number is ignored.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The run with its number.</returns>
    Task<Run> StartAsync(Run run, CancellationToken cancellationToken);

    /// <summary>Writes how a run stands.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task UpdateAsync(Run run, CancellationToken cancellationToken);

    /// <summary>Finds a run.</summary>
    /// <param name="runId">The number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The run, or <see langword="null"/>.</returns>
    Task<Run?> FindAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Lists runs, newest first.</summary>
    /// <param name="sourceId">Only of this source, or <see langword="null"/> for all.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The runs.</returns>
    Task<IReadOnlyList<Run>> ListAsync(int? sourceId, int limit, CancellationToken cancellationToken);

    /// <summary>Asks a run to stop at its next checkpoint.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="true"/> when the run was under way.</returns>
    Task<bool> RequestCancelAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Says whether a run was asked to stop.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="true"/> when it was.</returns>
    Task<bool> IsCancelRequestedAsync(long runId, CancellationToken cancellationToken);
}
