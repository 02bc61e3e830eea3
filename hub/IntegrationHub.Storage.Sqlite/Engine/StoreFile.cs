using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>The file with its one writing connection and a few reading ones. Thread-safe.</summary>
/// <remarks>Work runs on the thread pool, since SQLite blocks. No read lasts longer than one page of a long reading, so
/// that the write-ahead log can always be emptied.</remarks>
internal sealed class StoreFile(string path, TimeSpan lockPatience) : IAsyncDisposable
{
    private const int ReadersMax = 4;

    // Emptied by force when readers kept that from happening for long.
    private const long WalBytesMax = 256L << 20;

    private const string SharedSettings = """
        PRAGMA synchronous = FULL;
        PRAGMA temp_store = MEMORY;
        PRAGMA foreign_keys = OFF;
        PRAGMA trusted_schema = OFF;
        """;

    private const string WriterSettings =
        "PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 0;";

    private const string ReaderSettings = "PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456; PRAGMA query_only = ON;";

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim _reading = new(ReadersMax, ReadersMax);
    private readonly ConcurrentBag<Database> _readers = [];
    private Database? _writer;
    private LogEmptier? _log;
    private bool _isDisposed;

    /// <summary>Creates or migrates the file. Safe to call twice.</summary>
    /// <param name="cancellationToken">Stops before the next migration step.</param>
    /// <returns>A task.</returns>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _writer ??= await Task.Run(() => OpenWriter(cancellationToken), cancellationToken);
            _log ??= new LogEmptier(await Task.Run(() => OpenBeside(string.Empty), cancellationToken));
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Works inside one write transaction, one at a time.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops before the transaction begins.</param>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <returns>What the work gave, after it is safe on disk.</returns>
    public async Task<T> WriteAsync<T>(Func<Database, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var (writer, log) = (_writer ?? throw NotOpen(), _log ?? throw NotOpen());
            return await Task.Run(
                async () =>
                {
                    await log.BeforeWriteAsync();
                    var result = writer.Write(work);
                    await log.AfterWriteAsync(writer);
                    LimitLog(writer);
                    return result;
                },
                CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Works on one unchanging view of the store.</summary>
    /// <param name="work">The work; it should not take long.</param>
    /// <param name="cancellationToken">Stops before the work begins.</param>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <returns>What the work gave.</returns>
    public async Task<T> ReadAsync<T>(Func<Database, T> work, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await Task.Run(() => Read(work), cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Reads many rows, page by page in the order of a number, fetching a page while the one before is used.</summary>
    /// <param name="readPage">Reads rows behind a number; gives the number of the last, or <see langword="null"/> at the end.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <typeparam name="T">A row.</typeparam>
    /// <returns>The rows.</returns>
    public async IAsyncEnumerable<T> ReadPagesAsync<T>(
        Func<Database, long, List<T>, long?> readPage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = FetchAsync(readPage, 0, cancellationToken);
        while (true)
        {
            var (rows, last) = await next;
            next = last is { } after ? FetchAsync(readPage, after, cancellationToken) : next;
            foreach (var row in rows)
            {
                yield return row;
            }

            if (last is null)
            {
                yield break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        for (var i = 0; i < ReadersMax; i++)
        {
            await _reading.WaitAsync();
        }

        _isDisposed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        await (_log?.DisposeAsync() ?? ValueTask.CompletedTask);
        _log = null;
        _writer?.Dispose();
        _writer = null;
        _reading.Release(ReadersMax);
        _writing.Release();
    }

    private static InvalidOperationException NotOpen() => new("The store is not open; call InitializeAsync first.");

    private static void CreatePrivately(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (File.Exists(path))
        {
            return;
        }

        // Personal data: nobody but the owner reads it. SQLite gives its side files the same rights.
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Open(path, options).Dispose();
    }

    private async Task<(List<T> Rows, long? Last)> FetchAsync<T>(
        Func<Database, long, List<T>, long?> readPage, long after, CancellationToken cancellationToken) =>
        await ReadAsync(
            database =>
            {
                var rows = new List<T>();
                var last = readPage(database, after, rows);
                return (rows, last);
            },
            cancellationToken);

    private Database OpenWriter(CancellationToken cancellationToken)
    {
        CreatePrivately(path);
        var database = Database.Open(path, lockPatience);
        var isReady = false;
        try
        {
            Migrator.RefuseNewer(database);
            database.Execute("PRAGMA journal_mode = WAL");
            database.Execute(SharedSettings + WriterSettings);
            Migrator.Run(database, cancellationToken);
            isReady = true;
            return database;
        }
        finally
        {
            if (!isReady)
            {
                database.Dispose();
            }
        }
    }

    private Database OpenBeside(string settings)
    {
        var database = Database.Open(path, lockPatience);
        database.Execute(SharedSettings + settings);
        return database;
    }

    private T Read<T>(Func<Database, T> work)
    {
        if (!_readers.TryTake(out var reader))
        {
            _ = _writer ?? throw NotOpen();
            reader = OpenBeside(ReaderSettings);
        }

        try
        {
            return reader.Read(work);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private void LimitLog(Database writer)
    {
        var log = new FileInfo(path + "-wal");
        if (log.Exists && log.Length > WalBytesMax)
        {
            writer.Prepare("PRAGMA wal_checkpoint(TRUNCATE)").Run();
        }
    }
}
