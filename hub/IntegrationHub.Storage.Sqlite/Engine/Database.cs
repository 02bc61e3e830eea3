using System.Globalization;
using IntegrationHub.Core.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>One connection with its prepared statements. Not thread-safe.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Database(SqliteConnection connection)
    {
        _connection = connection;
        Streams = new StreamNames(this);
    }

    /// <summary>Gets the known streams.</summary>
    public StreamNames Streams { get; }

    private sqlite3 Handle => _connection.Handle!;

    public static Database Open(string path, TimeSpan lockPatience)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            var database = new Database(connection);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)lockPatience.TotalMilliseconds}"));
            return database;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw StoreErrors.From(exception.SqliteExtendedErrorCode);
        }
        catch (StoreException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Gives the prepared form of a text, made on first use and ready to be bound.</summary>
    /// <param name="sql">One statement; a constant, since every text is kept.</param>
    /// <returns>The statement, owned by this connection.</returns>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var known))
        {
            known.Reset();
            return known;
        }

        StoreErrors.Check(raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        return _statements[sql] = new Statement(Handle, handle);
    }

    /// <summary>Runs any number of statements without parameters.</summary>
    /// <param name="sql">The statements.</param>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(Handle, sql);
        StoreErrors.Check(code == raw.SQLITE_OK ? code : raw.sqlite3_extended_errcode(Handle));
    }

    /// <summary>Gives how many pages this connection wrote since it was asked last.</summary>
    /// <returns>The number of pages.</returns>
    public int TakePagesWritten()
    {
        StoreErrors.Check(raw.sqlite3_db_status(Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1));
        return pages;
    }

    /// <summary>Copies what it can of the write-ahead log into the file, without waiting for anybody.</summary>
    /// <returns><see langword="false"/> when some of the log is left, also when the copying failed.</returns>
    public bool TryEmptyLog() =>
        raw.sqlite3_wal_checkpoint_v2(Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out var copied) == raw.SQLITE_OK
        && copied == pages;

    /// <summary>Works inside one write transaction that holds the write lock from its beginning.</summary>
    /// <param name="work">The work; an exception rolls everything back.</param>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <returns>What the work gave.</returns>
    public T Write<T>(Func<Database, T> work) => Transact("BEGIN IMMEDIATE", work);

    /// <summary>Works on one unchanging view of the store.</summary>
    /// <param name="work">The work.</param>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <returns>What the work gave.</returns>
    public T Read<T>(Func<Database, T> work) => Transact("BEGIN", work);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private T Transact<T>(string begin, Func<Database, T> work)
    {
        Prepare(begin).Run();
        var isDone = false;
        try
        {
            var result = work(this);
            ResetAll();
            Prepare("COMMIT").Run();
            isDone = true;
            return result;
        }
        finally
        {
            if (!isDone)
            {
                Abandon();
            }
        }
    }

    private void Abandon()
    {
        ResetAll();
        Streams.Forget();

        // Some errors roll back by themselves; then there is nothing left to do.
        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            Prepare("ROLLBACK").Run();
        }
    }

    private void ResetAll()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Reset();
        }
    }
}
