using System.Text;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Decodes <c>=?charset?B?...?=</c> in header values (RFC 2047), leniently.</summary>
internal static class EncodedWords
{
    internal static string Decode(string value)
    {
        var start = value.IndexOf("=?", StringComparison.Ordinal);
        return start < 0 ? Clean(value) : Clean(DecodeFrom(value, start));
    }

    private static string DecodeFrom(string value, int start)
    {
        var text = new StringBuilder(value.Length);
        var bytes = new List<byte>();
        string? charset = null;
        var position = 0;
        while (start >= 0)
        {
            if (!TryRead(value, start, out var word))
            {
                Flush(text, bytes, charset);
                text.Append(value, position, start + 2 - position);
                position = start + 2;
            }
            else
            {
                // White space between two encoded words is no text (RFC 2047 §6.2); a character may be split over both.
                var gap = value.AsSpan(position, start - position);
                var joins = charset is not null && gap.Trim().IsEmpty;
                if (!joins || !string.Equals(charset, word.Charset, StringComparison.OrdinalIgnoreCase))
                {
                    Flush(text, bytes, charset);
                }

                if (!joins)
                {
                    text.Append(gap);
                }

                charset = word.Charset;
                bytes.AddRange(word.Bytes);
                position = word.End;
                start = value.IndexOf("=?", position, StringComparison.Ordinal);
                continue;
            }

            charset = null;
            start = value.IndexOf("=?", position, StringComparison.Ordinal);
        }

        Flush(text, bytes, charset);
        return text.Append(value, position, value.Length - position).ToString();
    }

    private static void Flush(StringBuilder text, List<byte> bytes, string? charset)
    {
        if (bytes.Count > 0)
        {
            text.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), charset));
            bytes.Clear();
        }
    }

    private static bool TryRead(string value, int start, out Word word)
    {
        word = default;
        var afterCharset = value.IndexOf('?', start + 2);
        if (afterCharset < 0 || afterCharset - start > 60 || afterCharset + 2 >= value.Length || value[afterCharset + 2] != '?')
        {
            return false;
        }

        var contentStart = afterCharset + 3;
        var end = value.IndexOf("?=", contentStart, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var charset = value[(start + 2)..afterCharset];
        var star = charset.IndexOf('*', StringComparison.Ordinal); // RFC 2231 language suffix
        charset = star < 0 ? charset : charset[..star];
        var content = Encoding.UTF8.GetBytes(value[contentStart..end]);
        switch (value[afterCharset + 1])
        {
            case 'B' or 'b':
                word = new Word(charset, TransferDecoding.Base64(content, content.Length), end + 2);
                return true;
            case 'Q' or 'q':
                content.AsSpan().Replace((byte)'_', (byte)' ');
                word = new Word(charset, TransferDecoding.QuotedPrintable(content, content.Length), end + 2);
                return true;
            default:
                return false;
        }
    }

    private static string Clean(string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                return string.Create(value.Length, value, static (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                    {
                        span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                    }
                });
            }
        }

        return value;
    }

    private readonly record struct Word(string Charset, byte[] Bytes, int End);
}
