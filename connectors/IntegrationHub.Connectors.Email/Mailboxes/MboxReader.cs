using System.Text;

namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>Reads the mails of an mbox file one after the other, in one buffer.</summary>
/// <remarks>Understands mboxo and mboxrd: one <c>&gt;</c> is taken off <c>&gt;From </c>, <c>&gt;&gt;From </c>. A line
/// separates mails when it follows an empty line (or starts the file), begins with <c>From </c> and holds a time of
/// day and a month. Line ends may be LF or CRLF.</remarks>
internal sealed class MboxReader : IAsyncDisposable
{
    private const int BlockBytes = 256 * 1024;

    private readonly FileStream _stream;
    private readonly string _name;
    private readonly DateTimeOffset _fileTime;
    private readonly byte[] _block = new byte[BlockBytes];
    private int _start; // Unread part of the block: [_start, _end).
    private int _end;
    private long _blockOffset; // Where _block[0] lies in the file.
    private bool _atEnd;
    private bool _isInsideLine; // The last piece did not end its line.
    private bool _afterBlank = true;

    internal MboxReader(MailPlace place, long offset)
    {
        _name = place.Name;
        _stream = new FileStream(
            place.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        _fileTime = new DateTimeOffset(File.GetLastWriteTimeUtc(place.FullPath), TimeSpan.Zero);
        _stream.Position = offset;
        _blockOffset = offset;
    }

    /// <summary>Reads the next mail.</summary>
    /// <returns><see langword="false"/> at the end of the file.</returns>
    internal async ValueTask<bool> ReadAsync(RawMail mail, CancellationToken cancellationToken)
    {
        mail.Start(_name, _blockOffset + _start, _fileTime);
        var isFirstLine = true;
        while (true)
        {
            if (!HasLine())
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }

            if (_start == _end)
            {
                return !isFirstLine;
            }

            var line = NextPiece();
            var separates = !_isInsideLine && _afterBlank && IsFromLine(line);
            if (separates && !isFirstLine)
            {
                return true;
            }

            Take(mail, line, separates);
            isFirstLine = false;
            _afterBlank = !_isInsideLine && IsBlank(line);
            _isInsideLine = line[^1] != (byte)'\n';
            _start += line.Length;
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private void Take(RawMail mail, ReadOnlySpan<byte> line, bool separates)
    {
        if (separates)
        {
            mail.FromLine = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 200)]).TrimEnd();
            return;
        }

        var isEscaped = !_isInsideLine && line[0] == (byte)'>' && line.TrimStart((byte)'>').StartsWith("From "u8);
        mail.Append(isEscaped ? line[1..] : line);
    }

    private bool HasLine() => _atEnd || _block.AsSpan(_start, _end - _start).Contains((byte)'\n');

    private ReadOnlySpan<byte> NextPiece()
    {
        var rest = _block.AsSpan(_start, _end - _start);
        var feed = rest.IndexOf((byte)'\n');
        return feed < 0 ? rest : rest[..(feed + 1)];
    }

    /// <summary>Moves the unread part to the front and reads on; a line longer than the block comes in pieces.</summary>
    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _block.AsSpan(_start, _end - _start).CopyTo(_block);
            _blockOffset += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _block.Length)
        {
            return;
        }

        var read = await _stream.ReadAtLeastAsync(
            _block.AsMemory(_end), _block.Length - _end, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        _atEnd = _end + read < _block.Length;
        _end += read;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Length <= 2 && line[0] is (byte)'\n' or (byte)'\r';

    /// <summary>Says whether a line separates mails: <c>From joe@x.example Thu Aug 22 12:36:23 2002</c>.</summary>
    internal static bool IsFromLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 400)
        {
            return false;
        }

        var hasTime = false;
        for (var i = 7; i + 1 < line.Length && !hasTime; i++)
        {
            hasTime = line[i] == (byte)':' && char.IsAsciiDigit((char)line[i - 1]) && char.IsAsciiDigit((char)line[i + 1]);
        }

        return hasTime && HasMonth(line);
    }

    private static bool HasMonth(ReadOnlySpan<byte> line) =>
        line.IndexOf(" Jan "u8) > 0 || line.IndexOf(" Feb "u8) > 0 || line.IndexOf(" Mar "u8) > 0 || line.IndexOf(" Apr "u8) > 0
        || line.IndexOf(" May "u8) > 0 || line.IndexOf(" Jun "u8) > 0 || line.IndexOf(" Jul "u8) > 0 || line.IndexOf(" Aug "u8) > 0
        || line.IndexOf(" Sep "u8) > 0 || line.IndexOf(" Oct "u8) > 0 || line.IndexOf(" Nov "u8) > 0 || line.IndexOf(" Dec "u8) > 0;
}
