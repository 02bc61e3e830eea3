using IntegrationHub.Core.Customers;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Customers whose records or values changed, and records that left: what becomes of the ids.</summary>
/// <remarks>
/// An id is the uid of an anchor record and goes where that record goes. So, after the step,
/// a customer that was not there before is <see cref="ChangeKind.Split"/> when its anchor came out of a customer that still
/// stands for something else, otherwise <see cref="ChangeKind.Created"/>; a customer that is there no more is
/// <see cref="ChangeKind.Merged"/> into the one that its id now leads to, or <see cref="ChangeKind.Removed"/> when it leads nowhere.
/// At any time customers = Created + Split - Merged - Removed - Erased.
/// A new version is larger than that of every customer its records were in, so a split-off customer never repeats a version
/// it had before the merge.
/// </remarks>
internal sealed class Regrouping(CustomerRows rows, AliasRows aliases, FeedWriter feed)
{
    private readonly List<(ResolvedCustomer Customer, long[] Before)> _customers = [];
    private readonly List<(long RecordId, long Before)> _orphans = [];
    private readonly Dictionary<long, long> _after = [];
    private readonly SortedDictionary<long, (long Version, List<long> Members)> _old = [];

    public void Add(ResolvedCustomer customer, long[] before)
    {
        _customers.Add((customer, before));
        foreach (var member in customer.Members)
        {
            if (!_after.TryAdd(member, customer.AnchorId))
            {
                throw new InvalidOperationException($"Record {member} is in two customers of one step, or in one twice.");
            }
        }
    }

    public void AddOrphan(long recordId)
    {
        var before = rows.AnchorOf(recordId);
        if (before == 0)
        {
            return;
        }

        _orphans.Add((recordId, before));
        if (!_after.TryAdd(recordId, 0))
        {
            throw new InvalidOperationException($"Record {recordId} is both in a customer and in none.");
        }
    }

    public void Run()
    {
        ReadOld();
        foreach (var (customer, before) in _customers)
        {
            Write(customer, before);
        }

        foreach (var (anchorId, _) in _old)
        {
            if (!LivesOn(anchorId))
            {
                End(anchorId);
            }
        }

        foreach (var (recordId, before) in _orphans)
        {
            rows.Leave(recordId);
            if (SurvivorOf(before) is { } companion)
            {
                aliases.Add(recordId, companion);
            }
        }
    }

    private void ReadOld()
    {
        foreach (var (_, before) in _customers)
        {
            foreach (var anchorId in before)
            {
                ReadOld(anchorId);
            }
        }

        foreach (var (_, before) in _orphans)
        {
            ReadOld(before);
        }
    }

    private void ReadOld(long anchorId)
    {
        if (anchorId == 0 || _old.ContainsKey(anchorId))
        {
            return;
        }

        var members = rows.MembersOf(anchorId);
        foreach (var member in members)
        {
            if (!_after.ContainsKey(member))
            {
                throw new InvalidOperationException(
                    $"The step changes customer {anchorId} but does not say where its record {member} goes; nothing was written.");
            }
        }

        _old.Add(anchorId, (rows.VersionOf(anchorId), members));
    }

    private void Write(ResolvedCustomer customer, long[] before)
    {
        var version = 0L;
        for (var i = 0; i < before.Length; i++)
        {
            var member = customer.Members[i];
            version = before[i] == 0 ? version : Math.Max(version, _old[before[i]].Version);
            if (before[i] != customer.AnchorId)
            {
                rows.Join(member, customer.AnchorId);
                aliases.Drop(member);
            }
        }

        rows.Store(customer, version + 1);
        var origin = before[0];
        if (origin == customer.AnchorId)
        {
            feed.Add(ChangeKind.Updated, customer.AnchorId);
        }
        else if (origin == 0 || LeadsTo(origin) == customer.AnchorId)
        {
            feed.Add(ChangeKind.Created, customer.AnchorId);
        }
        else
        {
            feed.Add(ChangeKind.Split, customer.AnchorId, origin);
        }
    }

    private void End(long anchorId)
    {
        rows.Delete(anchorId);
        var target = LeadsTo(anchorId);
        feed.Add(target == 0 ? ChangeKind.Removed : ChangeKind.Merged, anchorId, target);
    }

    private bool LivesOn(long anchorId) => _after[anchorId] == anchorId;

    /// <summary>Follows an id to its customer after this step: by its own record, else by the first companion that lives.</summary>
    private long LeadsTo(long anchorId) =>
        _after[anchorId] != 0 ? _after[anchorId] : SurvivorOf(anchorId) is { } companion ? _after[companion] : 0;

    private long? SurvivorOf(long anchorId)
    {
        foreach (var member in _old[anchorId].Members)
        {
            if (_after[member] != 0)
            {
                return member;
            }
        }

        return null;
    }
}
