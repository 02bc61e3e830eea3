using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Appends to the change feed within one transaction.</summary>
internal sealed class FeedWriter(Database database, DateTimeOffset now)
{
    private readonly long _first = Counter.Last(database, Counter.Feed);
    private readonly Statement _uidOf = database.Prepare("SELECT uid FROM record WHERE id = ?");
    private readonly Statement _insert = database.Prepare(
        "INSERT INTO feed(sequence, kind, customer_uid, other_uid, at) VALUES (?, ?, ?, ?, ?)");

    /// <summary>Gets how many entries were appended.</summary>
    public int Count { get; private set; }

    /// <summary>Appends an entry.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="anchorId">The anchor of the customer it happened to.</param>
    /// <param name="otherId">The anchor of the other customer, or 0.</param>
    public void Add(ChangeKind kind, long anchorId, long otherId = 0)
    {
        Span<byte> uid = stackalloc byte[16];
        Uid(anchorId, uid);
        _insert.Bind(1, _first + Count + 1).Bind(2, (long)kind).BindBlob(3, uid);
        if (otherId == 0)
        {
            _insert.BindNull(4);
        }
        else
        {
            Uid(otherId, uid);
            _insert.BindBlob(4, uid);
        }

        _insert.Bind(5, now).Run();
        Count++;
    }

    /// <summary>Notes the numbers given out.</summary>
    public void Flush()
    {
        if (Count > 0)
        {
            Counter.Set(database, Counter.Feed, _first + Count);
        }
    }

    private void Uid(long recordId, Span<byte> uid)
    {
        if (!_uidOf.Bind(1, recordId).Next())
        {
            throw new InvalidOperationException($"Record {recordId} is the anchor of a customer but is not in the store.");
        }

        _uidOf.Bytes(0).CopyTo(uid);
        _uidOf.Reset();
    }
}
