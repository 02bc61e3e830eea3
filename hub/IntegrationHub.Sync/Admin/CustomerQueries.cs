using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Identity;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Suppression;

namespace IntegrationHub.Sync.Admin;

/// <summary>Finds customers and shows everything about one. Thread-safe.</summary>
public sealed class CustomerQueries
{
    private const int CandidatesMax = 1000;
    private const int PossibleMax = 20;

    private readonly IHubStore _store;
    private readonly RecordGate _gate;
    private readonly GoldenBuilder _golden;
    private readonly MatchModel _model;
    private readonly TimeProvider _clock;

    /// <summary>Creates the service.</summary>
    /// <param name="store">The store.</param>
    /// <param name="gate">Normalises what is looked for in the same way as what was taken in.</param>
    /// <param name="policy">How values survive.</param>
    /// <param name="model">Compares names and addresses with those of suppression lists; the one that ships with the hub will do.</param>
    /// <param name="clock">The clock.</param>
    public CustomerQueries(IHubStore store, RecordGate gate, SurvivorshipPolicy policy, MatchModel model, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clock);

        _store = store;
        _gate = gate;
        _golden = new GoldenBuilder(policy);
        _model = model;
        _clock = clock;
    }

    /// <summary>Finds the customers that have a value.</summary>
    /// <param name="field"><c>email</c>, <c>phone</c> or <c>identifier:NAMESPACE</c>.</param>
    /// <param name="value">The value, written in any way that a source might write it.</param>
    /// <param name="region">The region (ISO 3166 alpha-2) that a phone number without country code belongs to; <see langword="null"/> for the default.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers, each once.</returns>
    /// <exception cref="AdminException">The field cannot be looked up, or the value is none of its kind.</exception>
    public async Task<IReadOnlyList<Customer>> FindByValueAsync(
        string field, string value, string? region, int limit, CancellationToken cancellationToken)
    {
        var wanted = Normalize(field, value, region);
        var found = new Dictionary<Guid, Customer>();
        foreach (var record in await _store.Records.FindByTokenAsync(LookupToken.Of(field, wanted), CandidatesMax, cancellationToken))
        {
            var holds = record.Fields.Any(
                f => f.Name == field && string.Equals(f.Value, wanted, StringComparison.OrdinalIgnoreCase));
            if (holds && found.Count < limit
                && await _store.Customers.FindByRecordAsync(record.Id, cancellationToken) is { } customer)
            {
                found[customer.Uid] = customer;
            }
        }

        return [.. found.Values];
    }

    /// <summary>Finds the customers whose name holds every word of a text, ignoring case and accents.</summary>
    /// <param name="text">The words.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers.</returns>
    public Task<IReadOnlyList<Customer>> FindByNameAsync(string text, int limit, CancellationToken cancellationToken) =>
        _store.Customers.SearchByNameAsync(text, limit, cancellationToken);

    /// <summary>Finds a customer by id; an old id of a merged customer leads to the one it is part of now.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customer.</returns>
    /// <exception cref="AdminException">There is none.</exception>
    public async Task<Customer> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await _store.Customers.FindAsync(id, cancellationToken)
        ?? throw AdminException.NotFound($"There is no customer {id}.", next: "find one with: hub customer find --name TEXT");

    /// <summary>Shows a customer: records, golden record with lineage, consents.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The details.</returns>
    /// <exception cref="AdminException">There is no such customer.</exception>
    public async Task<CustomerDetails> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var customer = await GetAsync(id, cancellationToken);
        var sources = await SourcesAsync(cancellationToken);
        var numbers = await _store.Customers.GetMembersAsync(customer.AnchorId, cancellationToken);
        var records = await _store.Records.GetAsync(numbers, cancellationToken);
        var inputs = records.Select(r => new GoldenInput(r, sources[r.SourceId].Name, sources[r.SourceId].Trust)).ToList();
        var suppressing = await SuppressionLookup.FindAsync(_store.Records, _model, records, cancellationToken);
        var consents = await _store.Records.GetConsentsAsync([.. numbers.Union(suppressing)], cancellationToken);
        return new CustomerDetails(
            customer,
            inputs.ConvertAll(i => new MemberRecord(new RecordRef(i.SourceName, i.Record.Stream, i.Record.Key), i.Record)),
            _golden.Build(inputs),
            ConsentRule.Decide(consents),
            await MayAlsoBeAsync(numbers, cancellationToken));
    }

    /// <summary>Reads a page of a customer's interactions, newest first.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The interactions.</returns>
    /// <exception cref="AdminException">There is no such customer.</exception>
    public async Task<IReadOnlyList<TimelineItem>> TimelineAsync(Guid id, int offset, int limit, CancellationToken cancellationToken)
    {
        var customer = await GetAsync(id, cancellationToken);
        var sources = await SourcesAsync(cancellationToken);
        var entries = await _store.Customers.GetTimelineAsync(customer.AnchorId, offset, limit, cancellationToken);
        return [.. entries.Select(e => new TimelineItem(sources[e.SourceId].Name, e.Interaction))];
    }

    private async Task<IReadOnlyList<PossibleCustomer>> MayAlsoBeAsync(IReadOnlyList<long> members, CancellationToken cancellationToken)
    {
        var own = members.ToHashSet();
        var pairs = (await _store.Customers.ListDoubtfulOfAsync(members, cancellationToken))
            .OrderByDescending(p => p.IsAmbiguous).ThenByDescending(p => p.Probability).Take(PossibleMax)
            .Select(p => own.Contains(p.RecordA) ? (Pair: p, Own: p.RecordA, Other: p.RecordB) : (Pair: p, Own: p.RecordB, Other: p.RecordA))
            .ToList();
        var names = await RecordNames.ReadAsync(_store, pairs.SelectMany(p => new[] { p.Own, p.Other }), cancellationToken);
        var possible = new List<PossibleCustomer>(pairs.Count);
        foreach (var (pair, record, other) in pairs)
        {
            if (await _store.Customers.FindByRecordAsync(other, cancellationToken) is { } customer)
            {
                possible.Add(new PossibleCustomer(customer.Uid, names[record], names[other], pair.Probability, pair.IsAmbiguous));
            }
        }

        return possible;
    }

    private string Normalize(string field, string value, string? region)
    {
        if (!LookupToken.Covers(field) || !PersonFields.IsKnown(field))
        {
            throw AdminException.WrongUse($"Customers cannot be looked up by '{field}'.", "email, phone or identifier:NAMESPACE");
        }

        var probe = new PersonRecord("lookup", "lookup").Add(field, value);
        var admitted = _gate.Admit(probe, _clock.GetUtcNow(), region);
        return admitted.Accepted?.Fields.FirstOrDefault(f => f.Name == field) is { Value: { Length: > 0 } normalized }
            ? normalized
            : throw AdminException.WrongUse($"The value is no {field}.", "it as a source might write it");
    }

    private async Task<Dictionary<int, Source>> SourcesAsync(CancellationToken cancellationToken) =>
        (await _store.Sources.ListAsync(cancellationToken)).ToDictionary(s => s.Id);
}
