using System.Net;
using System.Text;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Turns the HTML of a mail into lines of text: enough to find a signature, not to render a page.</summary>
/// <remarks>One pass without recursion, so its cost is linear in the input. Quoted mails come out as lines that start
/// with <c>&gt;</c>.</remarks>
internal static class HtmlText
{
    internal static string ToText(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, 64 * 1024));
        var quoteDepth = 0;
        var position = 0;
        while (position < html.Length)
        {
            var open = html.IndexOf('<', position);
            AppendText(text, html.AsSpan(position, (open < 0 ? html.Length : open) - position), quoteDepth);
            if (open < 0)
            {
                break;
            }

            if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            {
                position = After(html, "-->", open);
                continue;
            }

            var close = html.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            var tag = html.AsSpan(open + 1, close - open - 1);
            position = close + 1;
            var name = Name(tag);
            if (IsHidden(name))
            {
                position = After(html, ">", After(html, $"</{name}", position));
            }
            else if (Is(name, "blockquote"))
            {
                quoteDepth = Math.Max(0, quoteDepth + (tag[0] == '/' ? -1 : 1));
                text.Append('\n');
            }
            else if (StartsQuotedMail(tag))
            {
                text.Append("\n-----Original Message-----\n");
            }
            else if (BreaksLine(name))
            {
                text.Append('\n');
            }
            else if (Is(name, "td") || Is(name, "th"))
            {
                text.Append('\t');
            }
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static void AppendText(StringBuilder text, ReadOnlySpan<char> piece, int quoteDepth)
    {
        if (quoteDepth > 0 && (text.Length == 0 || text[^1] == '\n') && !piece.Trim().IsEmpty)
        {
            text.Append("> ");
        }

        foreach (var c in piece)
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var start = tag.Length > 0 && tag[0] == '/' ? 1 : 0;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return tag[start..end];
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsHidden(ReadOnlySpan<char> name) =>
        Is(name, "script") || Is(name, "style") || Is(name, "title");

    private static bool BreaksLine(ReadOnlySpan<char> name) =>
        Is(name, "br") || Is(name, "p") || Is(name, "div") || Is(name, "tr") || Is(name, "li") || Is(name, "hr")
        || Is(name, "table") || (name.Length == 2 && name[0] is 'h' or 'H' && char.IsAsciiDigit(name[1]));

    /// <summary>Gmail, Outlook on the web and Yahoo mark where the answered mail starts.</summary>
    private static bool StartsQuotedMail(ReadOnlySpan<char> tag) =>
        tag.Contains("gmail_quote", StringComparison.Ordinal)
        || tag.Contains("divRplyFwdMsg", StringComparison.Ordinal)
        || tag.Contains("appendonsend", StringComparison.Ordinal)
        || tag.Contains("yahoo_quoted", StringComparison.Ordinal);

    private static int After(string html, string mark, int from)
    {
        var found = html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
