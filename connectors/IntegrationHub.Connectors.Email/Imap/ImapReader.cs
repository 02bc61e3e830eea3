using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Cuts what a server sends into whole answers: lines, with the literals they announce.</summary>
internal sealed class ImapReader(Stream stream, TimeSpan timeout, string server)
{
    private byte[] _buffer = new byte[32 * 1024];
    private int _start; // Unread part: [_start, _end).
    private int _end;

    /// <summary>Gets a value indicating whether bytes were received that nobody has read.</summary>
    internal bool HasUnread => _end > _start;

    /// <summary>Reads one answer, without its last line end.</summary>
    /// <param name="patience">How long to wait for its first byte; <see langword="null"/> for the usual time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    internal async ValueTask<byte[]> ReadAsync(TimeSpan? patience, CancellationToken cancellationToken)
    {
        if (!HasUnread)
        {
            await FillAsync(patience ?? timeout, cancellationToken).ConfigureAwait(false);
        }

        var known = 0; // Bytes of this answer that are looked through.
        while (true)
        {
            var feed = _buffer.AsSpan(_start + known, _end - _start - known).IndexOf((byte)'\n');
            if (feed < 0)
            {
                await FillAsync(timeout, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var length = known + feed;
            var literal = LiteralLength(_buffer.AsSpan(_start, length));
            if (literal < 0)
            {
                return Take(length);
            }

            known = length + 1 + Checked(literal, length);
            while (_end - _start < known)
            {
                await FillAsync(timeout, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Gives the length in <c>...{123}</c> at the end of a line, or -1.</summary>
    internal static long LiteralLength(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd((byte)'\r');
        if (line.Length < 3 || line[^1] != (byte)'}')
        {
            return -1;
        }

        var open = line.LastIndexOf((byte)'{');
        var digits = open < 0 ? default : line[(open + 1)..^1];
        digits = digits.Length > 1 && digits[^1] == (byte)'+' ? digits[..^1] : digits;
        return digits.Length is > 0 and <= 18 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? long.Parse(digits, null) : -1;
    }

    private int Checked(long literal, int before) => literal + before <= ImapLimits.ResponseBytesMax
        ? (int)literal
        : throw TooLarge();

    private byte[] Take(int length)
    {
        var line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r').ToArray();
        _start += length + 1;
        return line;
    }

    private async ValueTask FillAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        MakeRoom();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        int read;
        try
        {
            read = await stream.ReadAsync(_buffer.AsMemory(_end), deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ConnectorException.Transient($"{server} sent nothing for {patience.TotalSeconds:0} seconds.");
        }
        catch (IOException e)
        {
            throw ConnectorException.Transient($"The connection to {server} broke.", innerException: e);
        }

        if (read == 0)
        {
            throw ConnectorException.Transient($"{server} closed the connection.");
        }

        _end += read;
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= ImapLimits.ResponseBytesMax)
            {
                throw TooLarge();
            }

            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, ImapLimits.ResponseBytesMax + 1));
        }
    }

    private ConnectorException TooLarge() => ConnectorException.Transient(
        $"{server} sent an answer of more than {ImapLimits.ResponseBytesMax / (1024 * 1024)} MiB, more than was asked for.");
}
