using IntegrationHub.Core.Records;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps what could not be taken in, until it is repaired or dropped.</summary>
public interface IQuarantineStore
{
    /// <summary>Lists entries of a source, oldest first.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="afterId">Only entries with a larger number.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<QuarantinedRecord>> ListAsync(int sourceId, long afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Counts the entries of a source by reason.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Reason and count, most frequent first.</returns>
    Task<IReadOnlyList<(string Reason, long Count)>> CountByReasonAsync(int sourceId, CancellationToken cancellationToken);
}
