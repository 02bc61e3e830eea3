using System.Text;
using IntegrationHub.Connectors.Email.Cards;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Walks the parts of a message (RFC 2046 §5), decodes its text, counts its attachments.</summary>
internal sealed class BodyWalker
{
    private readonly bool _wantsText;
    private string? _plain;
    private string? _html;
    private string? _status;
    private List<string>? _cards;
    private int _attachments;
    private int _parts;

    private BodyWalker(bool wantsText)
    {
        _wantsText = wantsText;
    }

    internal static MimeBody Walk(HeaderBlock headers, ReadOnlySpan<byte> body, bool wantsText)
    {
        var walker = new BodyWalker(wantsText);
        walker.Part(headers, body, depth: 0);
        var text = walker._plain ?? (walker._html is null ? null : HtmlText.ToText(walker._html));
        return new MimeBody(text, walker._attachments, walker._status, walker._cards);
    }

    private void Part(HeaderBlock headers, ReadOnlySpan<byte> body, int depth)
    {
        if (++_parts > MimeLimits.PartCountMax || depth > MimeLimits.DepthMax)
        {
            return;
        }

        var type = ContentType.Parse(headers.First("Content-Type"));
        if (type.IsMultipart && type.Boundary is { Length: > 0 and <= 200 } boundary)
        {
            Parts(body, boundary, depth);
            return;
        }

        var disposition = headers.First("Content-Disposition");
        if (_wantsText && CardParts.IsCard(type.MediaType, type.Name ?? (disposition is null ? null : ContentType.Parameter(disposition, "filename"))))
        {
            Card(headers, body, type);
        }

        var isText = type.MediaType is "text/plain" or "text/html" or "text";
        if (type.MediaType == "message/delivery-status" && _wantsText)
        {
            _status ??= Charsets.Decode(TransferDecoding.Decode(body, headers.First("Content-Transfer-Encoding"), MimeLimits.StatusBytesMax), type.Charset);
        }
        else if (depth > 0 && (!isText || disposition?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true || type.Name is not null))
        {
            _attachments += IsRelated(headers) ? 0 : 1;
        }
        else if (isText && _wantsText)
        {
            Text(headers, body, type);
        }
        else if (!isText && depth == 0 && !type.IsMultipart)
        {
            _attachments++; // The whole mail is one file.
        }
    }

    private void Card(HeaderBlock headers, ReadOnlySpan<byte> body, ContentType type)
    {
        _cards ??= [];
        if (_cards.Count < CardParts.CountMax && body.Length <= CardParts.BytesMax)
        {
            _cards.Add(Charsets.Decode(TransferDecoding.Decode(body, headers.First("Content-Transfer-Encoding"), CardParts.BytesMax), type.Charset));
        }
    }

    /// <summary>A picture inside HTML is no attachment to a reader.</summary>
    private static bool IsRelated(HeaderBlock headers) =>
        headers.First("Content-ID") is not null
        && headers.First("Content-Disposition")?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) != true;

    private void Text(HeaderBlock headers, ReadOnlySpan<byte> body, ContentType type)
    {
        var isHtml = type.MediaType == "text/html";
        if ((isHtml ? _html : _plain) is not null)
        {
            return; // The first text is the writer's; later ones are footers of lists and scanners.
        }

        var bytes = TransferDecoding.Decode(body, headers.First("Content-Transfer-Encoding"), MimeLimits.TextBytesMax);
        var text = Charsets.Decode(bytes, type.Charset);
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (isHtml)
        {
            _html = text;
        }
        else
        {
            _plain = text;
        }
    }

    private void Parts(ReadOnlySpan<byte> body, string boundary, int depth)
    {
        ReadOnlySpan<byte> delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        var start = -1;
        var position = 0;
        while (position < body.Length)
        {
            var found = NextDelimiter(body, delimiter, position);
            var end = found < 0 ? body.Length : found;
            if (start >= 0)
            {
                var part = body[start..end];
                Part(HeaderBlock.Parse(part, out var bodyStart), part[bodyStart..], depth + 1);
            }

            if (found < 0 || body[(found + delimiter.Length)..].StartsWith("--"u8) || _parts > MimeLimits.PartCountMax)
            {
                return;
            }

            var feed = body[found..].IndexOf((byte)'\n');
            start = feed < 0 ? body.Length : found + feed + 1;
            position = start;
        }
    }

    private static int NextDelimiter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int position)
    {
        while (true)
        {
            var found = body[position..].IndexOf(delimiter);
            if (found < 0)
            {
                return -1;
            }

            found += position;
            var after = body[(found + delimiter.Length)..];
            var ends = after.IsEmpty || after[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' || after.StartsWith("--"u8);
            if ((found == 0 || body[found - 1] == (byte)'\n') && ends)
            {
                return found;
            }

            position = found + delimiter.Length;
        }
    }
}
