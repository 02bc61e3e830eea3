using System.Buffers;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Cuts a stream of bytes into lines and knows where each began. Not thread-safe.</summary>
/// <remarks>A line longer than <see cref="LineBytesMax"/> is given cut off there.</remarks>
internal sealed class LineReader(Stream stream) : IDisposable
{
    internal const int LineBytesMax = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2 * LineBytesMax);
    private int _start;
    private int _end;
    private bool _isEnded;

    /// <summary>Gets where the next line begins, in bytes of the decompressed stream.</summary>
    internal long Position { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end; valid until the next call.</param>
    /// <param name="isWhole">Whether it ended with a line feed; the last one of a file that is being written may not.</param>
    /// <returns><see langword="false"/> at the end.</returns>
    internal bool TryRead(out ReadOnlySpan<byte> line, out bool isWhole)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var feed = rest.IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = Cut(rest[..feed]);
                isWhole = true;
                Advance(feed + 1);
                return true;
            }

            if (_isEnded || rest.Length > LineBytesMax)
            {
                isWhole = !_isEnded;
                line = isWhole ? Cut(rest).ToArray() : Cut(rest);
                Advance(rest.Length);
                SkipToFeed(isWhole);
                return !line.IsEmpty;
            }

            Fill();
        }
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> line) =>
        (line.Length > LineBytesMax ? line[..LineBytesMax] : line).TrimEnd((byte)'\r');

    private void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    // The rest of an overlong line belongs to no other line.
    private void SkipToFeed(bool isOverlong)
    {
        var scratch = isOverlong ? new byte[1024] : [];
        while (isOverlong && !_isEnded)
        {
            var read = stream.Read(scratch);
            _isEnded = read == 0;
            var feed = scratch.AsSpan(0, read).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                Position += feed + 1;
                var rest = scratch.AsSpan(feed + 1, read - feed - 1);
                rest.CopyTo(_buffer.AsSpan(_buffer.Length - rest.Length));
                (_start, _end) = (_buffer.Length - rest.Length, _buffer.Length);
                return;
            }

            Position += read;
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = stream.Read(_buffer.AsSpan(_end));
        _isEnded = read == 0;
        _end += read;
    }
}
