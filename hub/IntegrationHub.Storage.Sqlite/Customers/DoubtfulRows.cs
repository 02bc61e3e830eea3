using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Pairs that wait for a person's look.</summary>
/// <remarks>Most pairs of what a step touches stand as they did, and a row lies in three trees: only what differs is written.</remarks>
internal static class DoubtfulRows
{
    public static void Replace(Database database, ResolutionBatch batch)
    {
        var standing = new Dictionary<(long, long), DoubtfulPair>();
        if (HasAny(database))
        {
            Find(database, batch.Touched, standing);
            Find(database, batch.Orphans, standing);
        }

        var insert = database.Prepare(
            "INSERT OR REPLACE INTO doubtful(record_a, record_b, probability, is_ambiguous) VALUES (?, ?, ?, ?)");
        foreach (var pair in batch.Doubtful)
        {
            if (!standing.Remove((pair.RecordA, pair.RecordB), out var before) || before != pair)
            {
                insert.Bind(1, pair.RecordA).Bind(2, pair.RecordB).Bind(3, pair.Probability).Bind(4, pair.IsAmbiguous).Run();
            }
        }

        var delete = database.Prepare("DELETE FROM doubtful WHERE record_a = ? AND record_b = ?");
        foreach (var (recordA, recordB) in standing.Keys)
        {
            delete.Bind(1, recordA).Bind(2, recordB).Run();
        }
    }

    private static bool HasAny(Database database)
    {
        var select = database.Prepare("SELECT 1 FROM doubtful LIMIT 1");
        var hasAny = select.Next();
        select.Reset();
        return hasAny;
    }

    private static void Find(Database database, List<long> recordIds, Dictionary<(long, long), DoubtfulPair> found)
    {
        var asFirst = database.Prepare("SELECT record_a, record_b, probability, is_ambiguous FROM doubtful WHERE record_a = ?");
        var asSecond = database.Prepare("SELECT record_a, record_b, probability, is_ambiguous FROM doubtful WHERE record_b = ?");
        foreach (var id in recordIds)
        {
            Find(asFirst.Bind(1, id), found);
            Find(asSecond.Bind(1, id), found);
        }
    }

    private static void Find(Statement select, Dictionary<(long, long), DoubtfulPair> found)
    {
        while (select.Next())
        {
            var pair = new DoubtfulPair(select.Int64(0), select.Int64(1), select.Double(2), select.Boolean(3));
            found[(pair.RecordA, pair.RecordB)] = pair;
        }
    }
}
