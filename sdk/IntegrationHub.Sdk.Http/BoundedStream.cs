namespace IntegrationHub.Sdk.Http;

/// <summary>Reads an answer and stops at its limit; remembers what the answer starts with.</summary>
internal sealed class BoundedStream(Stream inner, long bytesMax) : Stream
{
    private long _bytesRead;

    /// <summary>Gets the first byte that is neither white space nor part of a byte order mark; 0 before it was read.</summary>
    internal byte FirstByte { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _bytesRead;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Note(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Note(ReadOnlySpan<byte> bytes)
    {
        _bytesRead += bytes.Length;
        if (_bytesRead > bytesMax)
        {
            throw new AnswerTooLargeException(bytesMax);
        }

        if (FirstByte == 0)
        {
            var at = bytes.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
            FirstByte = at < 0 ? (byte)0 : bytes[at];
        }
    }
}
