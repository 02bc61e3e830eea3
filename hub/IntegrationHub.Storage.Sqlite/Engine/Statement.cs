using System.Buffers;
using System.Text;
using SQLitePCL;

namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>A prepared statement, called without the detours of ADO.NET: no boxing, no reader object, UTF-8 as it is.</summary>
/// <remarks>The one place that calls SQLite to bind, step and read. Parameters count from 1, columns from 0.
/// Not thread-safe. Spans are valid until the next step.</remarks>
internal sealed class Statement(sqlite3 connection, sqlite3_stmt handle) : IDisposable
{
    private const int StackCharsMax = 256;
    private const int Utf8PerChar = 3;

    private bool _isActive;

    public Statement Bind(int index, long value)
    {
        StoreErrors.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    public Statement Bind(int index, bool value) => Bind(index, value ? 1L : 0L);

    public Statement Bind(int index, double value)
    {
        StoreErrors.Check(raw.sqlite3_bind_double(handle, index, value));
        return this;
    }

    public Statement Bind(int index, DateTimeOffset value) => Bind(index, value.ToUnixTimeMilliseconds());

    public Statement Bind(int index, DateTimeOffset? value) => Bind(index, value?.ToUnixTimeMilliseconds());

    public Statement Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BindBlob(index, bytes);
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null)
        {
            return BindNull(index);
        }

        if (value.Length <= StackCharsMax)
        {
            Span<byte> buffer = stackalloc byte[StackCharsMax * Utf8PerChar];
            return BindText(index, buffer[..Encoding.UTF8.GetBytes(value, buffer)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(value.Length * Utf8PerChar);
        BindText(index, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    public Statement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        StoreErrors.Check(raw.sqlite3_bind_text(handle, index, utf8));
        return this;
    }

    public Statement BindBlob(int index, ReadOnlySpan<byte> bytes)
    {
        StoreErrors.Check(raw.sqlite3_bind_blob(handle, index, bytes));
        return this;
    }

    public Statement BindNull(int index)
    {
        StoreErrors.Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns><see langword="false"/> after the last; the statement is then ready to be bound again.</returns>
    public bool Next()
    {
        _isActive = true;
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var extended = code == raw.SQLITE_DONE ? code : raw.sqlite3_extended_errcode(connection);
        Reset();
        StoreErrors.Check(extended);
        return false;
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        while (Next())
        {
            // Rows of a RETURNING clause or a pragma that nobody asked for.
        }

        return raw.sqlite3_changes(connection);
    }

    /// <summary>Leaves the rows that were not read, so that the statement can be bound again.</summary>
    public void Reset()
    {
        if (_isActive)
        {
            _isActive = false;

            // The code repeats the error of the step, which was thrown there.
            _ = raw.sqlite3_reset(handle);
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(handle, column);

    public bool Boolean(int column) => raw.sqlite3_column_int(handle, column) != 0;

    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Guid Guid(int column) => new(Bytes(column), bigEndian: true);

    public Guid? GuidOrNull(int column) => IsNull(column) ? null : Guid(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Int64(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => handle.Dispose();
}
