using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Pairs that wait for a person's look.</summary>
internal static class DoubtfulRows
{
    public static void Replace(Database database, ResolutionBatch batch)
    {
        if (HasAny(database))
        {
            Clear(database, batch.Touched);
            Clear(database, batch.Orphans);
        }

        var insert = database.Prepare(
            "INSERT OR REPLACE INTO doubtful(record_a, record_b, probability, is_ambiguous) VALUES (?, ?, ?, ?)");
        foreach (var pair in batch.Doubtful)
        {
            insert.Bind(1, pair.RecordA).Bind(2, pair.RecordB).Bind(3, pair.Probability).Bind(4, pair.IsAmbiguous).Run();
        }
    }

    private static bool HasAny(Database database)
    {
        var select = database.Prepare("SELECT 1 FROM doubtful LIMIT 1");
        var hasAny = select.Next();
        select.Reset();
        return hasAny;
    }

    private static void Clear(Database database, List<long> recordIds)
    {
        var asFirst = database.Prepare("DELETE FROM doubtful WHERE record_a = ?");
        var asSecond = database.Prepare("DELETE FROM doubtful WHERE record_b = ?");
        foreach (var id in recordIds)
        {
            asFirst.Bind(1, id).Run();
            asSecond.Bind(1, id).Run();
        }
    }
}
