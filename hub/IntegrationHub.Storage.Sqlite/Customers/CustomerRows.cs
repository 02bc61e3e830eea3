using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Writes customers, their names for the search, and who belongs to whom.</summary>
internal sealed class CustomerRows(Database database, DateTimeOffset now)
{
    private readonly Statement _anchorOf = database.Prepare("SELECT anchor_id FROM membership WHERE record_id = ?");
    private readonly Statement _find = database.Prepare("SELECT record_count, version, golden FROM customer WHERE anchor_id = ?");
    private readonly Statement _others = database.Prepare(
        "SELECT record_id FROM membership WHERE anchor_id = ? AND anchor_id <> record_id ORDER BY record_id");

    private readonly Statement _joinFirst = database.Prepare("INSERT INTO membership(record_id, anchor_id) VALUES (?, ?)");
    private readonly Statement _join = database.Prepare("INSERT OR REPLACE INTO membership(record_id, anchor_id) VALUES (?, ?)");
    private readonly Statement _leave = database.Prepare("DELETE FROM membership WHERE record_id = ?");
    private readonly Statement _delete = database.Prepare("DELETE FROM customer WHERE anchor_id = ?");
    private readonly Statement _deleteName = database.Prepare("DELETE FROM customer_name WHERE anchor_id = ?");

    // A customer changes more often than its name, and a page that is not written anew need not go through the log.
    private readonly Statement _storeName = database.Prepare("""
        INSERT INTO customer_name(anchor_id, folded) VALUES (?, ?)
        ON CONFLICT(anchor_id) DO UPDATE SET folded = excluded.folded WHERE folded <> excluded.folded
        """);

    private readonly Statement _store = database.Prepare(
        "INSERT OR REPLACE INTO customer(anchor_id, record_count, version, changed_at, golden) VALUES (?, ?, ?, ?, ?)");

    /// <summary>Finds the anchor that a record belonged to.</summary>
    /// <param name="recordId">The record.</param>
    /// <returns>The anchor, or 0.</returns>
    public long AnchorOf(long recordId)
    {
        if (!_anchorOf.Bind(1, recordId).Next())
        {
            return 0;
        }

        var anchorId = _anchorOf.Int64(0);
        _anchorOf.Reset();
        return anchorId;
    }

    /// <summary>Compares a customer with the stored one.</summary>
    /// <param name="customer">The customer, all of whose members belonged to its anchor before.</param>
    /// <returns><see langword="true"/> when nothing differs.</returns>
    public bool IsUnchanged(ResolvedCustomer customer)
    {
        if (!_find.Bind(1, customer.AnchorId).Next())
        {
            return false;
        }

        var isSame = _find.Int64(0) == customer.Members.Length && _find.Bytes(2).SequenceEqual(customer.Golden);
        _find.Reset();
        return isSame;
    }

    /// <summary>Reads a customer's version.</summary>
    /// <param name="anchorId">The anchor.</param>
    /// <returns>The version; 0 when there is no such customer.</returns>
    public long VersionOf(long anchorId)
    {
        if (!_find.Bind(1, anchorId).Next())
        {
            return 0;
        }

        var version = _find.Int64(1);
        _find.Reset();
        return version;
    }

    /// <summary>Lists who belongs to an anchor, ascending; an anchor belongs to itself while its customer exists.</summary>
    /// <param name="anchorId">The anchor.</param>
    /// <returns>The records.</returns>
    public List<long> MembersOf(long anchorId)
    {
        var members = new List<long> { anchorId };
        _others.Bind(1, anchorId);
        while (_others.Next())
        {
            members.Add(_others.Int64(0));
        }

        return members;
    }

    /// <summary>Puts a record that was in no customer into one; cheaper than <see cref="Join"/>.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="anchorId">The customer's anchor.</param>
    public void JoinFirst(long recordId, long anchorId) => _joinFirst.Bind(1, recordId).Bind(2, anchorId).Run();

    public void Join(long recordId, long anchorId) => _join.Bind(1, recordId).Bind(2, anchorId).Run();

    public void Leave(long recordId) => _leave.Bind(1, recordId).Run();

    public void Store(ResolvedCustomer customer, long version)
    {
        _store.Bind(1, customer.AnchorId).Bind(2, customer.Members.Length).Bind(3, version).Bind(4, now)
            .BindText(5, customer.Golden).Run();
        var names = NameFolding.FoldNames(customer.Golden);
        if (names.Length > 0)
        {
            _storeName.Bind(1, customer.AnchorId).Bind(2, names).Run();
        }
        else
        {
            _deleteName.Bind(1, customer.AnchorId).Run();
        }
    }

    public void Delete(long anchorId)
    {
        _delete.Bind(1, anchorId).Run();
        _deleteName.Bind(1, anchorId).Run();
    }
}
