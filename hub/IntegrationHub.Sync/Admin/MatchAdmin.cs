using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sync.Resolving;
using IntegrationHub.Sync.Suppression;

namespace IntegrationHub.Sync.Admin;

/// <summary>Explains and reviews matches. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="resolver">Explains pairs.</param>
public sealed class MatchAdmin(IHubStore store, ResolverService resolver)
{
    /// <summary>Finds a live record by its written reference.</summary>
    /// <param name="text"><c>source/stream/key</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record.</returns>
    /// <exception cref="AdminException">The text is no reference, there is no such record, or it is no person's.</exception>
    public async Task<MemberRecord> FindRecordAsync(string text, CancellationToken cancellationToken)
    {
        if (!RecordRef.TryParse(text, out var reference))
        {
            throw AdminException.WrongUse($"'{text}' is no record.", "source/stream/key");
        }

        var record = await store.Records.FindAsync(reference, cancellationToken)
            ?? throw AdminException.NotFound($"There is no record '{text}'.", next: "the records of a customer are listed by: hub customer show ID");
        return SuppressionEntry.Is(record)
            ? throw AdminException.WrongUse($"Record '{text}' is an entry of a suppression list and belongs to no customer.", "a record of a person")
            : new MemberRecord(reference, record);
    }

    /// <summary>Explains why two records are, or are not, the same customer.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The explanation.</returns>
    public async Task<RecordPairExplanation> ExplainAsync(MemberRecord recordA, MemberRecord recordB, CancellationToken cancellationToken)
    {
        RequireTwo(recordA, recordB);

        var customerA = await store.Customers.FindByRecordAsync(recordA.Record.Id, cancellationToken);
        var customerB = await store.Customers.FindByRecordAsync(recordB.Record.Id, cancellationToken);
        var explanation = await resolver.ExplainAsync(recordA.Record, recordB.Record, cancellationToken);
        return new RecordPairExplanation(
            recordA.Reference, recordB.Reference, customerA is not null && customerA.Uid == customerB?.Uid, explanation);
    }

    /// <summary>Lists pairs that wait for a person's look, by value and doubt.</summary>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pairs, each with the reason for its doubt.</returns>
    public async Task<IReadOnlyList<ReviewPair>> ReviewAsync(int limit, CancellationToken cancellationToken)
    {
        var items = await store.Customers.ListReviewAsync(limit, cancellationToken);
        var numbers = items.SelectMany(i => new[] { i.Pair.RecordA, i.Pair.RecordB }).Distinct().ToList();
        var names = await RecordNames.ReadAsync(store, numbers, cancellationToken);
        var records = (await store.Records.GetAsync(numbers, cancellationToken))
            .Where(r => !r.IsDeleted)
            .ToDictionary(r => r.Id, r => new MemberRecord(names[r.Id], r));
        var live = items.Where(i => records.ContainsKey(i.Pair.RecordA) && records.ContainsKey(i.Pair.RecordB)).ToList();
        var explanations = await resolver.ExplainAsync(
            live.ConvertAll(i => (records[i.Pair.RecordA].Record, records[i.Pair.RecordB].Record)), cancellationToken);
        return [.. live.Zip(explanations, (item, explanation) => new ReviewPair(
            records[item.Pair.RecordA], records[item.Pair.RecordB], item, ReasonLine.Of(explanation)))];
    }

    internal static void RequireTwo(MemberRecord recordA, MemberRecord recordB)
    {
        ArgumentNullException.ThrowIfNull(recordA);
        ArgumentNullException.ThrowIfNull(recordB);

        if (recordA.Record.Id == recordB.Record.Id)
        {
            throw AdminException.WrongUse("Both names mean the same record.", "two different records");
        }
    }
}
