namespace IntegrationHub.Storage.Sqlite;

/// <summary>The marks that a record waits for the resolver, each with the number of the commit that set it.</summary>
internal static class PendingSql
{
    public const string Mark =
        "INSERT INTO pending(record_id, change) VALUES (?, ?) ON CONFLICT(record_id) DO UPDATE SET change = excluded.change";

    public const string Settle = "DELETE FROM pending WHERE record_id BETWEEN ? AND ? AND change <= ?";
}
