using System.Text.Unicode;

namespace IntegrationHub.Plugins.Processes;

/// <summary>Reads lines of UTF-8 from a stream that anybody may have written, in bounded memory.</summary>
/// <remarks>
/// A line ends with LF or CR LF; a byte order mark before the first is dropped, empty lines are passed over. Lines that are too long,
/// that are not UTF-8 or that hold a zero byte are passed over and counted. The last line is handed over also when its end is missing;
/// <see cref="IsUnfinished"/> tells. Not thread-safe.
/// </remarks>
/// <param name="stream">The stream; left open.</param>
/// <param name="lineBytesMax">The longest line, in bytes without its end.</param>
/// <param name="ended">Ends when the writer is gone. From then on a stream that gives nothing for two seconds counts as over, since
/// somebody else may hold it open.</param>
internal sealed class BoundedLineReader(Stream stream, int lineBytesMax, Task? ended = null)
{
    private const int ReadBytesMin = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[2 * ReadBytesMin];
    private int _start;
    private int _scanned;
    private int _end;
    private bool _isSkipping;
    private bool _isFirst = true;
    private long _given;
    private long _tooLong;
    private long _notText;

    /// <summary>Gets the line that was read last, without its end. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets a value indicating whether the last line of the stream lacked its end: its writer may have died in the middle of it.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>Gets the counts so far.</summary>
    public LineCounts Counts => new(_given, _tooLong, _notText);

    /// <summary>Reads the next line into <see cref="Line"/>.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>False at the end of the stream.</returns>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        TryTake() ? new ValueTask<bool>(true) : FillAndTakeAsync(cancellationToken);

    private async ValueTask<bool> FillAndTakeAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken))
        {
            if (TryTake())
            {
                return true;
            }
        }

        var rest = _buffer.AsMemory(_start.._end);
        _start = _scanned = _end;
        if (_isSkipping || rest.IsEmpty)
        {
            return false;
        }

        IsUnfinished = true;
        return IsUsable(rest);
    }

    private bool TryTake()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_scanned.._end).IndexOf((byte)'\n');
            if (length < 0)
            {
                _scanned = _end;
                return false;
            }

            var line = _buffer.AsMemory(_start..(_scanned + length));
            _start = _scanned += length + 1;
            if (_isSkipping)
            {
                _isSkipping = false;
            }
            else if (IsUsable(line))
            {
                return true;
            }
        }
    }

    private bool IsUsable(ReadOnlyMemory<byte> line)
    {
        if (_isFirst && line.Span.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        _isFirst = false;
        if (line.Span is [.., (byte)'\r'])
        {
            line = line[..^1];
        }

        if (line.IsEmpty)
        {
            return false;
        }

        if (line.Length > lineBytesMax)
        {
            _tooLong++;
            return false;
        }

        if (line.Span.Contains((byte)0) || !Utf8.IsValid(line.Span))
        {
            _notText++;
            return false;
        }

        _given++;
        Line = line;
        return true;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        var count = read.IsCompleted || ended is null ? await read : await ReadWhileAliveAsync(read.AsTask(), cancellationToken);
        _end += count;
        return count > 0;
    }

    private async Task<int> ReadWhileAliveAsync(Task<int> read, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(read, ended!) != read)
        {
            await Task.WhenAny(read, Task.Delay(Patience, cancellationToken));
        }

        return read.IsCompleted ? await read : 0;
    }

    private void MakeRoom()
    {
        if (_isSkipping)
        {
            _start = _scanned = _end = 0;
        }
        else if (_end - _start > lineBytesMax)
        {
            _tooLong++;
            _isSkipping = true;
            _isFirst = false;
            _start = _scanned = _end = 0;
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _scanned, _end) = (0, _scanned - _start, _end - _start);
        }

        if (_buffer.Length - _end < ReadBytesMin)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
