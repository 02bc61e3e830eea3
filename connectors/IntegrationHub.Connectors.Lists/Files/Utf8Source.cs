using System.Text;

namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>A file as UTF-8 bytes, read forwards, that can be taken back to a mark, so that a reader that lost its way
/// (a stray quotation mark, say) can start again a line later. Positions count bytes of UTF-8 without a byte order mark.</summary>
/// <remarks>Reads synchronously: below it file reads are synchronous anyway, and an await per row costs more than the
/// parsing. Not thread-safe.</remarks>
internal sealed class Utf8Source : Stream
{
    private const int BlockBytes = 64 * 1024;

    private readonly Stream _stream;
    private readonly int _block;
    private readonly int _preamble;
    private byte[] _buffer;
    private long _bufferPosition;
    private int _mark;
    private int _next;
    private int _end;

    /// <summary>Starts at the beginning of a stream.</summary>
    /// <param name="utf8">The stream; closed with this one.</param>
    /// <param name="sizeHint">About how many bytes it has; small files get small buffers.</param>
    internal Utf8Source(Stream utf8, long sizeHint = long.MaxValue)
    {
        _stream = utf8;
        _block = (int)Math.Clamp(sizeHint, 1024, BlockBytes);
        _buffer = new byte[2 * _block];
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble))
        {
            _preamble = Encoding.UTF8.Preamble.Length;
            _next = _preamble;
            _mark = _next;
            _bufferPosition = -_preamble;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _bufferPosition + _next;
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a file's bytes as UTF-8.</summary>
    internal static Utf8Source Open(Stream file, Encoding encoding, long sizeHint) => new(
        encoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8), sizeHint);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_next == _end && !Fill())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    /// <summary>Gets the next byte without taking it, or -1 at the end.</summary>
    internal int Peek() => _next < _end || Fill() ? _buffer[_next] : -1;

    /// <summary>Gets bytes that come next, as many as are at hand; none at the end. They hold until more is read.</summary>
    internal ReadOnlySpan<byte> Ahead() => _next < _end || Fill() ? _buffer.AsSpan(_next, _end - _next) : [];

    /// <summary>Passes over bytes that <see cref="Ahead"/> gave.</summary>
    internal void Pass(int count) => _next += count;

    /// <summary>Gets the bytes from a place at or after the mark up to here. They hold until more is read.</summary>
    internal ReadOnlyMemory<byte> Since(long position)
    {
        var start = checked((int)(position - _bufferPosition));
        return _buffer.AsMemory(start, _next - start);
    }

    /// <summary>Keeps everything from a place on, so that <see cref="GoTo"/> can come back to it.</summary>
    /// <param name="position">A position not before the last mark and not after what was read.</param>
    internal void Mark(long position) => _mark = checked((int)(position - _bufferPosition));

    /// <summary>Goes to a position at or after the mark that was already read.</summary>
    internal void GoTo(long position) => _next = checked((int)(position - _bufferPosition));

    /// <summary>Passes over bytes at the start of the file.</summary>
    /// <returns><see langword="false"/> when the file is shorter.</returns>
    internal bool Skip(long count)
    {
        if (_stream.CanSeek && count > _end)
        {
            return Seek(count);
        }

        while (count > 0)
        {
            if (_next == _end && !Fill())
            {
                return false;
            }

            var step = (int)Math.Min(count, _end - _next);
            _next += step;
            _mark = _next;
            count -= step;
        }

        return true;
    }

    /// <summary>Passes over the rest of the line and its end, however long.</summary>
    /// <returns>The line's beginning as text, without its end.</returns>
    internal string SkipLine()
    {
        var kept = new MemoryStream();
        _mark = _next;
        while (_next < _end || Fill())
        {
            var rest = _buffer.AsSpan(_next, _end - _next);
            var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var line = length < 0 ? rest : rest[..length];
            kept.Write(line[..Math.Min(line.Length, ListLimits.RawBytesMax - (int)kept.Length)]);
            _next += line.Length;
            _mark = _next;
            if (length >= 0)
            {
                PassLineEnd();
                break;
            }
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end; it holds until the next call.</param>
    /// <returns><see langword="false"/> at the end of the file.</returns>
    /// <exception cref="RecordTooLongException">The line is longer than a record may be.</exception>
    internal bool TryReadLine(out ReadOnlyMemory<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_next + searched, _end - _next - searched).IndexOfAny((byte)'\r', (byte)'\n');
            var fromMark = _next - _mark;
            if (length >= 0)
            {
                length += searched;
                _next += length;
                PassLineEnd();
                line = _buffer.AsMemory(_mark + fromMark, length);
                return length <= ListLimits.RecordBytesMax ? true : throw new RecordTooLongException();
            }

            searched = _end - _next;
            if (searched > ListLimits.RecordBytesMax)
            {
                throw new RecordTooLongException();
            }

            if (!Fill())
            {
                line = _buffer.AsMemory(_next, _end - _next);
                _next = _end;
                return line.Length > 0;
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Seek(long position)
    {
        var target = position + _preamble;
        if (target > _stream.Length)
        {
            return false;
        }

        _stream.Position = target;
        _bufferPosition = position;
        _mark = _next = _end = 0;
        return true;
    }

    private void PassLineEnd()
    {
        if (_buffer[_next++] == '\r' && Peek() == '\n')
        {
            _next++;
        }
    }

    // Adds a block behind what is there; drops what lies before the mark. The readers see to it that the mark follows.
    private bool Fill()
    {
        if (_buffer.Length - _end < _block && _mark > 0)
        {
            _buffer.AsSpan(_mark, _end - _mark).CopyTo(_buffer);
            _bufferPosition += _mark;
            _next -= _mark;
            _end -= _mark;
            _mark = 0;
        }

        if (_buffer.Length - _end < _block)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = _stream.Read(_buffer, _end, _block);
        _end += count;
        return count > 0;
    }
}
