using System.Text;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>The header fields of a message or of a part, in their order (RFC 5322 §2.2), read leniently.</summary>
internal sealed class HeaderBlock
{
    private readonly List<Header> _headers = new(24);

    private HeaderBlock()
    {
    }

    internal int Count => _headers.Count;

    internal IReadOnlyList<Header> All => _headers;

    /// <summary>Reads up to the first empty line.</summary>
    /// <param name="message">The message or part.</param>
    /// <param name="bodyStart">Where the body starts; the length of the message when there is none.</param>
    internal static HeaderBlock Parse(ReadOnlySpan<byte> message, out int bodyStart)
    {
        var block = new HeaderBlock();
        var limit = Math.Min(message.Length, MimeLimits.HeaderBytesMax);
        var position = 0;
        while (position < limit)
        {
            var next = NextLine(message, position, limit);
            if (IsBlank(message[position..next]))
            {
                bodyStart = next;
                return block;
            }

            // A field goes on over all lines that start with white space.
            var end = next;
            while (end < limit && message[end] is (byte)' ' or (byte)'\t' && !IsBlank(message[end..NextLine(message, end, limit)]))
            {
                end = NextLine(message, end, limit);
            }

            block.Add(message[position..end]);
            position = end;
        }

        bodyStart = message.Length;
        return block;
    }

    /// <summary>The first field of that name, case ignored.</summary>
    internal string? First(string name)
    {
        foreach (var header in _headers)
        {
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    private static int NextLine(ReadOnlySpan<byte> message, int position, int limit)
    {
        var feed = message[position..limit].IndexOf((byte)'\n');
        return feed < 0 ? limit : position + feed + 1;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r\n"u8).IsEmpty;

    private static string Unfold(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var unfolded = new StringBuilder(text.Length);
        var afterBreak = false;
        foreach (var c in text)
        {
            if (c is '\r' or '\n')
            {
                afterBreak = true;
            }
            else if (afterBreak && c is ' ' or '\t')
            {
                continue;
            }
            else
            {
                if (afterBreak)
                {
                    unfolded.Append(' ');
                    afterBreak = false;
                }

                unfolded.Append(c);
            }
        }

        return unfolded.ToString();
    }

    private void Add(ReadOnlySpan<byte> field)
    {
        var colon = field.IndexOf((byte)':');
        if (colon is <= 0 or > 100 || _headers.Count >= MimeLimits.HeaderCountMax)
        {
            return;
        }

        var name = field[..colon].TrimEnd(" \t"u8);
        foreach (var b in name)
        {
            if (b is <= 32 or >= 127)
            {
                return; // Not a field name, such as the "From " line of an mbox; passed over.
            }
        }

        if (name.Length > 0)
        {
            _headers.Add(new Header(Encoding.ASCII.GetString(name), Unfold(Charsets.DecodeUnlabelled(field[(colon + 1)..])).Trim()));
        }
    }
}
