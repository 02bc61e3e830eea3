using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Sync.Admin;

/// <summary>Takes people's decisions on who is who, and takes them back. Resolve afterwards. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class DecisionAdmin(IHubStore store, TimeProvider clock)
{
    private const int PairsMax = 10_000;

    /// <summary>Records a person's word on a pair.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="isSame"><see langword="true"/> for always, <see langword="false"/> for never.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">Both are one record.</exception>
    public Task DecideAsync(
        MemberRecord recordA, MemberRecord recordB, bool isSame, string by, string? why, CancellationToken cancellationToken)
    {
        MatchAdmin.RequireTwo(recordA, recordB);
        return AddAsync([(recordA.Record.Id, recordB.Record.Id)], isSame, by, why, cancellationToken);
    }

    /// <summary>Joins two customers in one act: each record of one is always the same as the first of the other, so that
    /// none is left behind however little the two look alike.</summary>
    /// <param name="customerA">One customer.</param>
    /// <param name="customerB">The other.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pair to withdraw to undo the merge.</returns>
    /// <exception cref="AdminException">Both ids mean the same customer, or they have too many records.</exception>
    public async Task<(RecordRef RecordA, RecordRef RecordB)> MergeAsync(
        Customer customerA, Customer customerB, string by, string? why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customerA);
        ArgumentNullException.ThrowIfNull(customerB);

        if (customerA.AnchorId == customerB.AnchorId)
        {
            throw AdminException.WrongUse("Both ids mean the same customer already.", "the ids of two customers");
        }

        var membersA = await store.Customers.GetMembersAsync(customerA.AnchorId, cancellationToken);
        var membersB = await store.Customers.GetMembersAsync(customerB.AnchorId, cancellationToken);
        if (membersA.Count == 0 || membersB.Count == 0 || membersA.Count + membersB.Count > PairsMax)
        {
            throw AdminException.WrongUse(
                $"Customers of {membersA.Count} and {membersB.Count} records cannot be merged at once.", $"1 to {PairsMax} records in all");
        }

        await AddAsync(
            [.. membersB.Select(b => (membersA[0], b)), .. membersA.Skip(1).Select(a => (a, membersB[0]))], isSame: true, by, why, cancellationToken);
        var names = await RecordNames.ReadAsync(store, [membersA[0], membersB[0]], cancellationToken);
        return (names[membersA[0]], names[membersB[0]]);
    }

    /// <summary>Takes records out of a customer in one act: each of them is never the same as any that stays. A record that
    /// comes later joins one side or the other, never both.</summary>
    /// <param name="customer">The customer's details.</param>
    /// <param name="leaving">The records to take out; they may stay together.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many pairs were decided, and one of them: withdrawing it undoes the split.</returns>
    /// <exception cref="AdminException">A record is not the customer's, or none would stay.</exception>
    public async Task<(int Decisions, RecordRef RecordA, RecordRef RecordB)> SplitAsync(
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
        if (gone.Count == 0 || staying.Count == 0 || (long)staying.Count * gone.Count > PairsMax)
        {
            throw AdminException.WrongUse(
                $"{gone.Count} of {customer.Records.Count} records cannot be taken out at once.",
                $"at least one record to stay, and at most {PairsMax} pairs");
        }

        await AddAsync(
            [.. staying.SelectMany(stays => gone.Select(leaves => (stays.Record.Id, leaves)))], isSame: false, by, why, cancellationToken);
        return (staying.Count * gone.Count, leaving[0].Reference, staying[0].Reference);
    }

    /// <summary>Takes the decision in force on a pair back, and what was decided with it in the same merge or split. A decision
    /// that it had replaced holds again.</summary>
    /// <param name="recordA">One record's reference; it may be deleted.</param>
    /// <param name="recordB">The other's.</param>
    /// <param name="isWholeAct">Whether the rest of the act is withdrawn too.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, if one is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The decisions withdrawn, at least one.</returns>
    /// <exception cref="AdminException">There is no decision in force on the pair.</exception>
    public async Task<IReadOnlyList<Decision>> WithdrawAsync(
        RecordRef recordA, RecordRef recordB, bool isWholeAct, string by, string? why, CancellationToken cancellationToken)
    {
        var decisions = await store.Decisions.ListAsync(cancellationToken);
        var names = await RecordNames.ReadAsync(store, decisions.SelectMany(RecordsOf), cancellationToken);
        var known = decisions.FirstOrDefault(d => (names[d.RecordA], names[d.RecordB]) is var pair
            && (pair == (recordA, recordB) || pair == (recordB, recordA)));
        return known is null
            ? throw AdminException.NotFound($"No decision on '{recordA}' and '{recordB}' is in force.", next: "hub match decisions")
            : await store.Decisions.WithdrawAsync(
                known.RecordA, known.RecordB, isWholeAct, new Withdrawal(by, clock.GetUtcNow(), why), cancellationToken);
    }

    /// <summary>Lists decisions with their history, the newest first.</summary>
    /// <param name="record">Only those that name this record; <see langword="null"/> for all.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The decisions, withdrawn and replaced ones included.</returns>
    public async Task<IReadOnlyList<NamedDecision>> ListAsync(RecordRef? record, int limit, CancellationToken cancellationToken)
    {
        var history = await store.Decisions.ListHistoryAsync(cancellationToken);
        var wanted = record is null ? history.Take(limit).ToList() : history;
        var names = await RecordNames.ReadAsync(store, wanted.SelectMany(e => RecordsOf(e.Decision)), cancellationToken);
        return [.. wanted
            .Select(e => new NamedDecision(names[e.Decision.RecordA], names[e.Decision.RecordB], e))
            .Where(d => record is null || d.RecordA == record || d.RecordB == record)
            .Take(limit)];
    }

    /// <summary>Finds the decisions in force that contradict each other.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The contradictions, by the numbers of their records.</returns>
    public async Task<IReadOnlyList<Contradiction>> FindContradictionsAsync(CancellationToken cancellationToken)
    {
        var chains = ContradictionFinder.Find(await store.Decisions.ListAsync(cancellationToken));
        var names = await RecordNames.ReadAsync(store, chains.SelectMany(c => c), cancellationToken);
        return [.. chains.Select(c => new Contradiction(c.ConvertAll(r => names[r])))];
    }

    private static IEnumerable<long> RecordsOf(Decision decision) => [decision.RecordA, decision.RecordB];

    private Task AddAsync(
        IReadOnlyList<(long RecordA, long RecordB)> pairs, bool isSame, string by, string? why, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return store.Decisions.AddAsync(
            [.. pairs.Select(p => new Decision(Math.Min(p.RecordA, p.RecordB), Math.Max(p.RecordA, p.RecordB), isSame, by, now, why))],
            cancellationToken);
    }
}
