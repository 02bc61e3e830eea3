using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps what is derived: customers, golden records, doubtful pairs, look-up tokens; and the change feed.</summary>
public interface ICustomerStore
{
    /// <summary>Writes one step of the resolver in one transaction and appends the change feed.</summary>
    /// <param name="batch">The step.</param>
    /// <param name="now">The time to stamp.</param>
    /// <param name="cancellationToken">Stops before the transaction begins, never inside it.</param>
    /// <returns>How many entries the change feed gained.</returns>
    /// <exception cref="InvalidOperationException">The step changes a customer but does not say where all its records go;
    /// nothing was written.</exception>
    Task<int> ApplyAsync(ResolutionBatch batch, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Puts a model in use and writes all customers as it gives them, in one transaction: whatever happens, the
    /// store has the old model with its customers or the new one with its own.</summary>
    /// <param name="target">The model.</param>
    /// <param name="batches">All customers and doubtful pairs under the new model; read while the transaction is open, which
    /// other writers wait for. What it reads of the store is the state before.</param>
    /// <param name="now">The time to stamp.</param>
    /// <param name="cancellationToken">Undoes what was written so far.</param>
    /// <returns>The epoch, and how many entries the change feed gained.</returns>
    Task<(int Epoch, int Changes)> SwitchAsync(
        ModelSwitch target, IAsyncEnumerable<ResolutionBatch> batches, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Finds the customer that an id means today: the uid of any of its records, also of merged and deleted ones.</summary>
    /// <param name="uid">The id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customer, whose own <see cref="Customer.Uid"/> differs when the id redirects; or <see langword="null"/>.</returns>
    Task<Customer?> FindAsync(Guid uid, CancellationToken cancellationToken);

    /// <summary>Finds the customer of a record.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customer as last resolved, or <see langword="null"/> when the record is deleted or was never resolved.</returns>
    Task<Customer?> FindByRecordAsync(long recordId, CancellationToken cancellationToken);

    /// <summary>Lists the numbers of a customer's live records, ascending.</summary>
    /// <param name="anchorId">The customer's anchor.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record numbers.</returns>
    Task<IReadOnlyList<long>> GetMembersAsync(long anchorId, CancellationToken cancellationToken);

    /// <summary>Finds customers whose name holds every word of a text, ignoring case and accents.</summary>
    /// <param name="text">The words.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers.</returns>
    Task<IReadOnlyList<Customer>> SearchByNameAsync(string text, int limit, CancellationToken cancellationToken);

    /// <summary>Reads all customers in the order of their anchors.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The customers; never the whole set in memory.</returns>
    IAsyncEnumerable<Customer> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Reads which record belongs to which customer, by source name, stream and key.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>References and customer ids; never the whole set in memory.</returns>
    IAsyncEnumerable<(RecordRef Record, Guid CustomerId)> ReadLinksAsync(CancellationToken cancellationToken);

    /// <summary>Reads which record belongs to which anchor as last resolved, by record number. A record deleted since is
    /// listed until the resolver has settled it, so that its companions can be found.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Record and anchor numbers.</returns>
    IAsyncEnumerable<(long RecordId, long AnchorId)> ReadMembershipAsync(CancellationToken cancellationToken);

    /// <summary>Reads a page of a customer's interactions, newest first, whichever of its records they name.</summary>
    /// <param name="anchorId">The customer's anchor.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The interactions.</returns>
    Task<IReadOnlyList<TimelineEntry>> GetTimelineAsync(long anchorId, int offset, int limit, CancellationToken cancellationToken);

    /// <summary>Lists pairs that wait for a person's look, by value and doubt: the largest <see cref="ReviewItem.Priority"/>
    /// first, among the most doubtful pairs of a large store.</summary>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pairs with what hangs on them.</returns>
    Task<IReadOnlyList<ReviewItem>> ListReviewAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Lists the pairs that wait for a person's look and name any of the given records.</summary>
    /// <param name="recordIds">The records.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pairs, by their record numbers.</returns>
    Task<IReadOnlyList<DoubtfulPair>> ListDoubtfulOfAsync(IReadOnlyList<long> recordIds, CancellationToken cancellationToken);

    /// <summary>Reads the change feed.</summary>
    /// <param name="after">Only entries with a larger sequence.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The entries in order.</returns>
    Task<IReadOnlyList<CustomerChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Counts what the store holds.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The totals.</returns>
    Task<HubTotals> GetTotalsAsync(CancellationToken cancellationToken);
}
