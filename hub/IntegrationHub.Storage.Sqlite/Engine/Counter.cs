namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>Numbers that are given out once, also when the rows that bore them are gone.</summary>
internal static class Counter
{
    public const string Record = "record";
    public const string Change = "change";
    public const string Feed = "feed";

    /// <summary>Takes one number.</summary>
    /// <param name="database">The connection, inside a write transaction.</param>
    /// <param name="name">Which counter.</param>
    /// <returns>The number.</returns>
    public static long Next(Database database, string name)
    {
        var update = database.Prepare("UPDATE counter SET value = value + 1 WHERE name = ? RETURNING value").Bind(1, name);
        update.Next();
        var value = update.Int64(0);
        update.Reset();
        return value;
    }

    /// <summary>Reads the last number given out.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="name">Which counter.</param>
    /// <returns>The number; 0 when none was.</returns>
    public static long Last(Database database, string name)
    {
        var select = database.Prepare("SELECT value FROM counter WHERE name = ?").Bind(1, name);
        select.Next();
        var value = select.Int64(0);
        select.Reset();
        return value;
    }

    /// <summary>Notes the last number given out.</summary>
    /// <param name="database">The connection, inside a write transaction.</param>
    /// <param name="name">Which counter.</param>
    /// <param name="value">The number.</param>
    public static void Set(Database database, string name, long value) =>
        database.Prepare("UPDATE counter SET value = ? WHERE name = ?").Bind(1, value).Bind(2, name).Run();
}
