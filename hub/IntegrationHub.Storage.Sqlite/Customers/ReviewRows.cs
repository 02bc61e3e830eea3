using IntegrationHub.Core.Matching;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Reads pairs that wait for a person's look, with what hangs on them.</summary>
/// <remarks>Doubt is in an index, value is not: interactions come and go without a resolution. So the most doubtful pairs are
/// read by the index, weighed, and put in order; the cost does not grow with the store.</remarks>
internal sealed class ReviewRows(Database database)
{
    private const int PoolSize = 5_000;
    private const int InteractionsMax = 1_000;

    private const string Columns = "SELECT record_a, record_b, probability, is_ambiguous FROM doubtful";

    private readonly Dictionary<long, (int Records, int Interactions)> _weights = [];

    public List<ReviewItem> List(int limit)
    {
        var pool = new List<DoubtfulPair>();
        var select = database.Prepare($"{Columns} ORDER BY is_ambiguous DESC, abs(probability - 0.5), record_a, record_b LIMIT ?");
        Read(select.Bind(1, Math.Max(limit, PoolSize)), pool);
        var items = pool.ConvertAll(Weigh);
        items.Sort(static (x, y) => x.Priority != y.Priority ? y.Priority.CompareTo(x.Priority)
            : x.Pair.RecordA != y.Pair.RecordA ? x.Pair.RecordA.CompareTo(y.Pair.RecordA) : x.Pair.RecordB.CompareTo(y.Pair.RecordB));
        return items.Count > limit ? items.GetRange(0, limit) : items;
    }

    public List<DoubtfulPair> Of(IReadOnlyList<long> recordIds)
    {
        var pairs = new List<DoubtfulPair>();
        var select = database.Prepare($"{Columns} WHERE record_a = ?1 UNION {Columns} WHERE record_b = ?1");
        foreach (var id in recordIds)
        {
            Read(select.Bind(1, id), pairs);
        }

        return [.. pairs.Distinct().OrderBy(p => p.RecordA).ThenBy(p => p.RecordB)];
    }

    private static void Read(Statement select, List<DoubtfulPair> pairs)
    {
        while (select.Next())
        {
            pairs.Add(new DoubtfulPair(select.Int64(0), select.Int64(1), select.Double(2), select.Boolean(3)));
        }
    }

    private ReviewItem Weigh(DoubtfulPair pair)
    {
        var (a, b) = (WeightOf(pair.RecordA), WeightOf(pair.RecordB));
        return new ReviewItem(pair, a.Records + b.Records, a.Interactions + b.Interactions);
    }

    private (int Records, int Interactions) WeightOf(long recordId)
    {
        var customer = database.Prepare(
            "SELECT c.anchor_id, c.record_count FROM membership m JOIN customer c ON c.anchor_id = m.anchor_id WHERE m.record_id = ?").Bind(1, recordId);
        if (!customer.Next())
        {
            return (1, 0);
        }

        var (anchorId, records) = (customer.Int64(0), customer.Int32(1));
        customer.Reset();
        if (!_weights.TryGetValue(anchorId, out var weight))
        {
            _weights[anchorId] = weight = (records, InteractionsOf(anchorId));
        }

        return weight;
    }

    private int InteractionsOf(long anchorId)
    {
        var select = database.Prepare($"""
            SELECT count(*) FROM (
                SELECT 1 FROM record r JOIN interaction i ON i.person_stream_id = r.stream_id AND i.person_key = r.key
                WHERE r.is_deleted = 0 AND r.id IN ({CustomerStore.Members}) LIMIT {InteractionsMax})
            """).Bind(1, anchorId);
        select.Next();
        var count = select.Int32(0);
        select.Reset();
        return count;
    }
}
