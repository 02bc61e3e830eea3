using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Where the ids of records that are gone lead: to a former companion that lives, and with it to its customer of
/// today. An alias never leads to another alias, so following one is a single step.</summary>
internal sealed class AliasRows(Database database)
{
    private readonly bool _hasAny = HasAny(database);

    /// <summary>A record is gone and a companion lives on.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="targetId">The companion.</param>
    public void Add(long recordId, long targetId)
    {
        database.Prepare("UPDATE alias SET target_id = ? WHERE target_id = ?").Bind(1, targetId).Bind(2, recordId).Run();
        database.Prepare("INSERT OR REPLACE INTO alias(record_id, target_id) VALUES (?, ?)").Bind(1, recordId).Bind(2, targetId).Run();
    }

    /// <summary>A record is in a customer, so its id stands for itself.</summary>
    /// <param name="recordId">The record.</param>
    public void Drop(long recordId)
    {
        if (_hasAny)
        {
            database.Prepare("DELETE FROM alias WHERE record_id = ?").Bind(1, recordId).Run();
        }
    }

    private static bool HasAny(Database database)
    {
        var select = database.Prepare("SELECT 1 FROM alias LIMIT 1");
        var hasAny = select.Next();
        select.Reset();
        return hasAny;
    }
}
