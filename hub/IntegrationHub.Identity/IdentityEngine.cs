using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity;

/// <summary>Works out which source records are the same customer. Pure: no I/O, no clock, no chance.</summary>
/// <param name="model">The numbers behind the scores; frozen for the life of the engine.</param>
/// <remarks>
/// The partition is a function of (records, model, decisions): any order, any batching and any interleaving with
/// removals give the same one. Not thread-safe; <see cref="Resolve"/> itself uses up to two cores.
/// </remarks>
public sealed class IdentityEngine(MatchModel model)
{
    private readonly MatchModel _model = model ?? throw new ArgumentNullException(nameof(model));

    /// <summary>Gets the number of records held.</summary>
    public int Count { get; }

    /// <summary>Adds a record or replaces what it says.</summary>
    /// <param name="recordId">The record's number.</param>
    /// <param name="sourceId">The source it came from.</param>
    /// <param name="fields">Its values as the gate let them in; fields that do not speak of identity are ignored.</param>
    public void Upsert(long recordId, int sourceId, IReadOnlyList<Field> fields) => throw new NotSupportedException(_model.Name);

    /// <summary>Forgets a record. Unknown numbers are ignored.</summary>
    /// <param name="recordId">The record's number.</param>
    public void Remove(long recordId) => throw new NotSupportedException();

    /// <summary>Sets all decisions in force; what differs from the set before is settled by the next <see cref="Resolve"/>.</summary>
    /// <param name="decisions">The whole set, at most one per pair; pairs with unknown records wait until both are there.</param>
    public void SetDecisions(IReadOnlyCollection<Decision> decisions) => throw new NotSupportedException();

    /// <summary>Sets the sources that promise one record per customer: two records of one of them are never one customer.</summary>
    /// <param name="sourceIds">The whole set.</param>
    public void SetDeduplicatedSources(IReadOnlyCollection<int> sourceIds) => throw new NotSupportedException();

    /// <summary>Declares everything settled, after loading what was resolved before: only later changes are resolved.</summary>
    public void MarkClean() => throw new NotSupportedException();

    /// <summary>Settles all that changed since the last call.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Stops the work; the changes then stay pending.</param>
    /// <returns>The clusters of every component the changes touch.</returns>
    public Resolution Resolve(IProgress<double>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Says why two records are, or are not, one customer; also when no key ever proposed the pair.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">Another.</param>
    /// <returns>The waterfall of weights, the keys, the walls and the outcome.</returns>
    /// <exception cref="KeyNotFoundException">One of them is not held.</exception>
    public PairExplanation Explain(long recordA, long recordB) => throw new NotSupportedException();
}
