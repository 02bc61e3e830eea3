namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>The bytes of one mail, as far as they are kept. The buffer is used again for the next mail.</summary>
internal sealed class RawMail
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    /// <summary>Gets the bytes up to the limit, valid until the next mail is read.</summary>
    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Gets the size of the whole mail, kept or not.</summary>
    internal long TotalBytes { get; private set; }

    /// <summary>Gets the file the mail is in, relative to the setting.</summary>
    internal string File { get; private set; } = string.Empty;

    /// <summary>Gets where the mail starts in its file.</summary>
    internal long Offset { get; private set; }

    /// <summary>Gets the mbox separator line, when there is one.</summary>
    internal string? FromLine { get; set; }

    /// <summary>Gets when the file was last written.</summary>
    internal DateTimeOffset FileTime { get; private set; }

    internal void Start(string file, long offset, DateTimeOffset fileTime)
    {
        File = file;
        Offset = offset;
        FileTime = fileTime;
        FromLine = null;
        _length = 0;
        TotalBytes = 0;
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        TotalBytes += bytes.Length;
        var kept = Math.Min(bytes.Length, Mime.MimeLimits.MessageBytesMax - _length);
        if (kept <= 0)
        {
            return;
        }

        if (_length + kept > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(Mime.MimeLimits.MessageBytesMax, Math.Max(_buffer.Length * 2, _length + kept)));
        }

        bytes[..kept].CopyTo(_buffer.AsSpan(_length));
        _length += kept;
    }

    /// <summary>Counts bytes that were passed over.</summary>
    internal void Skip(long bytes) => TotalBytes += bytes;
}
