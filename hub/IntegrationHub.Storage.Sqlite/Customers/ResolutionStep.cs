using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Writes one step of the resolver, inside one transaction.</summary>
/// <remarks>Customers that are the same as before cost a look; customers of records that were in none are written at once;
/// the rest, where records moved, goes to <see cref="Regrouping"/>.</remarks>
internal sealed class ResolutionStep(Database database, ResolutionBatch batch, DateTimeOffset now)
{
    private readonly FeedWriter _feed = new(database, now);
    private readonly CustomerRows _rows = new(database, now);
    private readonly AliasRows _aliases = new(database);

    public int Run()
    {
        var regrouping = new Regrouping(_rows, _aliases, _feed);
        foreach (var customer in InOrder(batch.Customers))
        {
            Write(customer, regrouping);
        }

        foreach (var orphan in batch.Orphans)
        {
            regrouping.AddOrphan(orphan);
        }

        regrouping.Run();
        DoubtfulRows.Replace(database, batch);
        new TokenRows(database).Replace(batch);
        Settle();
        _feed.Flush();
        return _feed.Count;
    }

    /// <summary>Records of one commit stand beside each other, so their marks go in one sweep.</summary>
    private void Settle()
    {
        var settle = database.Prepare(PendingSql.Settle);
        var settled = batch.Settled.ToArray();
        Array.Sort(settled);
        for (int start = 0, end; start < settled.Length; start = end)
        {
            var (recordId, change) = settled[start];
            for (end = start + 1; end < settled.Length && settled[end] == (recordId + end - start, change); end++)
            {
            }

            settle.Bind(1, recordId).Bind(2, recordId + end - start - 1).Bind(3, change).Run();
        }
    }

    /// <summary>Ascending anchors append to the tables instead of jumping about in them.</summary>
    private static List<ResolvedCustomer> InOrder(List<ResolvedCustomer> customers)
    {
        for (var i = 1; i < customers.Count; i++)
        {
            if (customers[i - 1].AnchorId >= customers[i].AnchorId)
            {
                var sorted = new List<ResolvedCustomer>(customers);
                sorted.Sort(static (x, y) => x.AnchorId.CompareTo(y.AnchorId));
                return sorted;
            }
        }

        return customers;
    }

    private void Write(ResolvedCustomer customer, Regrouping regrouping)
    {
        var members = customer.Members;
        if (members.Length == 0 || members[0] != customer.AnchorId)
        {
            throw new InvalidOperationException($"Customer {customer.AnchorId} must have its anchor as the first of its members.");
        }

        var isFresh = true;
        var isTogether = true;
        var before = new long[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            before[i] = _rows.AnchorOf(members[i]);
            isFresh &= before[i] == 0;
            isTogether &= before[i] == customer.AnchorId;
        }

        if (isFresh)
        {
            WriteFresh(customer);
        }
        else if (!isTogether || !_rows.IsUnchanged(customer))
        {
            regrouping.Add(customer, before);
        }
    }

    private void WriteFresh(ResolvedCustomer customer)
    {
        foreach (var member in customer.Members)
        {
            _rows.JoinFirst(member, customer.AnchorId);
            _aliases.Drop(member);
        }

        _rows.Store(customer, version: 1);
        _feed.Add(ChangeKind.Created, customer.AnchorId);
    }
}
