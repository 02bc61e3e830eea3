using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Appends to the change feed within one transaction.</summary>
internal sealed class FeedWriter(Database database, DateTimeOffset now)
{
    private readonly long _first = Counter.Last(database, Counter.Feed);
    private readonly Statement _insert = database.Prepare("""
        INSERT INTO feed(sequence, kind, customer_uid, other_uid, at)
        SELECT ?1, ?2, uid, (SELECT uid FROM record WHERE id = ?4), ?5 FROM record WHERE id = ?3
        """);

    /// <summary>Gets how many entries were appended.</summary>
    public int Count { get; private set; }

    /// <summary>Appends an entry.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="anchorId">The anchor of the customer it happened to.</param>
    /// <param name="otherId">The anchor of the other customer, or 0.</param>
    public void Add(ChangeKind kind, long anchorId, long otherId = 0)
    {
        _insert.Bind(1, _first + Count + 1).Bind(2, (long)kind).Bind(3, anchorId).Bind(4, otherId).Bind(5, now);
        if (_insert.Run() == 0)
        {
            throw new InvalidOperationException($"Record {anchorId} is the anchor of a customer but is not in the store.");
        }

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
}
