using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>Explains what became of records: why not one customer, how one customer, and what if. Writes nothing. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="resolver">Fills engines to ask.</param>
/// <param name="gate">Normalises the values of an edited record.</param>
/// <param name="clock">The clock.</param>
public sealed class MatchExplainer(IHubStore store, ResolverService resolver, RecordGate gate, TimeProvider clock)
{
    /// <summary>Says why two records are not one customer today. Loads every live record when the pair alone does not tell.</summary>
    /// <param name="pair">The pair's explanation.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The reason; <see langword="null"/> when they are one customer.</returns>
    public async Task<NamedApartReason?> WhyApartAsync(
        RecordPairExplanation pair, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pair);

        if (pair.AreTogether)
        {
            return null;
        }

        var (a, b) = (pair.Explanation.RecordA, pair.Explanation.RecordB);
        var reason = pair.Explanation.WhyApart();
        if (reason is null)
        {
            var engine = await resolver.LoadEngineAsync(static _ => { }, progress, cancellationToken);
            reason = engine.ExplainApart(a, b, cancellationToken);
        }

        var numbers = reason.Worst is { } worst ? reason.Rival.Concat([worst.RecordA, worst.RecordB]) : reason.Rival;
        var names = await RecordNames.ReadAsync(store, numbers, cancellationToken);
        return new NamedApartReason(
            reason,
            reason.Worst is { } w ? (names[w.RecordA], names[w.RecordB]) : null,
            [.. reason.Rival.Select(r => names[r])]);
    }

    /// <summary>Tells how a customer came about. Loads every live record.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The merges in order.</returns>
    public async Task<CustomerHistory> HowAsync(
        Customer customer, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);

        var members = await store.Customers.GetMembersAsync(customer.AnchorId, cancellationToken);
        long? live = null;
        var engine = await resolver.LoadEngineAsync(
            record => live ??= members.Contains(record.Id) ? record.Id : null, progress, cancellationToken);
        if (live is null)
        {
            throw AdminException.Conflict($"All records of customer {customer.Uid} are gone.", next: "hub sync run NAME");
        }

        var history = engine.ExplainMerges(live.Value, cancellationToken);
        var names = await RecordNames.ReadAsync(store, history.Records, cancellationToken);
        return new CustomerHistory(
            customer.Uid,
            members.Order().SequenceEqual(history.Records),
            history.FloorBits,
            [.. history.Records.Select(r => names[r])],
            [.. history.Steps.Select(s => new NamedMergeStep(s, names[s.RecordA], names[s.RecordB]))]);
    }

    /// <summary>Says what an edited record, or another model, would change for a pair looked at alone.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="path">The file: a record patch or a model.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Before and after.</returns>
    /// <exception cref="AdminException">The file is neither, or names what does not exist.</exception>
    public async Task<WhatIf> WhatIfAsync(MemberRecord recordA, MemberRecord recordB, string path, CancellationToken cancellationToken)
    {
        MatchAdmin.RequireTwo(recordA, recordB);
        ArgumentException.ThrowIfNullOrEmpty(path);

        var file = await WhatIfFile.ReadAsync(path, cancellationToken);
        var (a, b) = (recordA.Record, recordB.Record);
        var before = await resolver.ExplainAsync(a, b, cancellationToken);
        if (file.Patch is { } patch)
        {
            var (patchedA, patchedB) = patch.IsOfFirst ? (Patched(a, patch), b) : (a, Patched(b, patch));
            return new WhatIf(recordA.Reference, recordB.Reference, before, await resolver.ExplainAsync(patchedA, patchedB, cancellationToken));
        }

        var after = await resolver.ExplainUnderAsync(file.Model!, a, b, cancellationToken);
        return new WhatIf(recordA.Reference, recordB.Reference, before, after);
    }

    private SourceRecord Patched(SourceRecord record, RecordPatch patch) => new()
    {
        Id = record.Id,
        Uid = record.Uid,
        SourceId = record.SourceId,
        Stream = record.Stream,
        Key = record.Key,
        Fields = patch.Apply(record.Fields, gate, clock.GetUtcNow()),
        UpdatedAt = record.UpdatedAt,
        FirstSeenAt = record.FirstSeenAt,
        RunId = record.RunId,
    };
}
