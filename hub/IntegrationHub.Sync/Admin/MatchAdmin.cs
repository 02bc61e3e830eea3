using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>Explains, reviews and decides matches. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="resolver">Explains pairs.</param>
/// <param name="clock">The clock.</param>
public sealed class MatchAdmin(IHubStore store, ResolverService resolver, TimeProvider clock)
{
    private const int SplitPairsMax = 10_000;

    /// <summary>Finds a live record by its written reference.</summary>
    /// <param name="text"><c>source/stream/key</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record.</returns>
    /// <exception cref="AdminException">The text is no reference, or there is no such record.</exception>
    public async Task<MemberRecord> FindRecordAsync(string text, CancellationToken cancellationToken)
    {
        if (!RecordRef.TryParse(text, out var reference))
        {
            throw AdminException.WrongUse($"'{text}' is no record.", "source/stream/key");
        }

        var record = await store.Records.FindAsync(reference, cancellationToken)
            ?? throw AdminException.NotFound($"There is no record '{text}'.", next: "the records of a customer are listed by: hub customer show ID");
        return new MemberRecord(reference, record);
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

    /// <summary>Records a person's word on a pair. Resolve afterwards.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="isSame"><see langword="true"/> for always, <see langword="false"/> for never.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    public Task DecideAsync(
        MemberRecord recordA, MemberRecord recordB, bool isSame, string by, string? why, CancellationToken cancellationToken)
    {
        RequireTwo(recordA, recordB);
        return DecideAsync(recordA.Record.Id, recordB.Record.Id, isSame, by, why, cancellationToken);
    }

    /// <summary>Joins two customers by an always-decision on their anchor records. Resolve afterwards.</summary>
    /// <param name="customerA">One customer.</param>
    /// <param name="customerB">The other.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">Both ids mean the same customer.</exception>
    public Task MergeAsync(Customer customerA, Customer customerB, string by, string? why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customerA);
        ArgumentNullException.ThrowIfNull(customerB);

        return customerA.AnchorId == customerB.AnchorId
            ? throw AdminException.WrongUse("Both ids mean the same customer already.", "the ids of two customers")
            : DecideAsync(customerA.AnchorId, customerB.AnchorId, isSame: true, by, why, cancellationToken);
    }

    /// <summary>Takes records out of a customer by never-decisions between each of them and each that stays. Resolve afterwards.</summary>
    /// <param name="customer">The customer's details.</param>
    /// <param name="leaving">The records to take out; they may stay together.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops between two decisions.</param>
    /// <returns>How many decisions were recorded.</returns>
    /// <exception cref="AdminException">A record is not the customer's, or none would stay.</exception>
    public async Task<int> SplitAsync(
        CustomerDetails customer, IReadOnlyList<MemberRecord> leaving, string by, string? why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(leaving);

        var gone = leaving.Select(r => r.Record.Id).ToHashSet();
        if (leaving.FirstOrDefault(r => customer.Records.All(m => m.Record.Id != r.Record.Id)) is { } stranger)
        {
            throw AdminException.WrongUse(
                $"Record '{stranger.Reference}' is not of customer {customer.Customer.Uid}.", "records that 'hub customer show' lists");
        }

        var staying = customer.Records.Where(m => !gone.Contains(m.Record.Id)).ToList();
        if (staying.Count == 0 || (long)staying.Count * gone.Count > SplitPairsMax)
        {
            throw AdminException.WrongUse(
                $"{gone.Count} of {customer.Records.Count} records cannot be taken out at once.",
                $"at least one record to stay, and at most {SplitPairsMax} pairs");
        }

        foreach (var stays in staying)
        {
            foreach (var leaves in gone)
            {
                await DecideAsync(leaves, stays.Record.Id, isSame: false, by, why, cancellationToken);
            }
        }

        return staying.Count * gone.Count;
    }

    /// <summary>Lists pairs that wait for a person's look, most probable first.</summary>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pairs.</returns>
    public async Task<IReadOnlyList<ReviewPair>> ReviewAsync(int limit, CancellationToken cancellationToken)
    {
        var sources = (await store.Sources.ListAsync(cancellationToken)).ToDictionary(s => s.Id, s => s.Name);
        var pairs = await store.Customers.ListDoubtfulAsync(limit, cancellationToken);
        var records = (await store.Records.GetAsync([.. pairs.SelectMany(p => new[] { p.RecordA, p.RecordB }).Distinct()], cancellationToken))
            .Where(r => sources.ContainsKey(r.SourceId))
            .ToDictionary(r => r.Id, r => new MemberRecord(new RecordRef(sources[r.SourceId], r.Stream, r.Key), r));
        return [.. pairs
            .Where(p => records.ContainsKey(p.RecordA) && records.ContainsKey(p.RecordB))
            .Select(p => new ReviewPair(records[p.RecordA], records[p.RecordB], p.Probability, p.IsAmbiguous))];
    }

    private static void RequireTwo(MemberRecord recordA, MemberRecord recordB)
    {
        ArgumentNullException.ThrowIfNull(recordA);
        ArgumentNullException.ThrowIfNull(recordB);

        if (recordA.Record.Id == recordB.Record.Id)
        {
            throw AdminException.WrongUse("Both names mean the same record.", "two different records");
        }
    }

    private Task DecideAsync(long recordA, long recordB, bool isSame, string by, string? why, CancellationToken cancellationToken) =>
        store.Decisions.AddAsync(
            new Decision(Math.Min(recordA, recordB), Math.Max(recordA, recordB), isSame, by, clock.GetUtcNow(), why), cancellationToken);
}
