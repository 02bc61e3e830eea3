using System.Text;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Reads address headers (RFC 5322 §3.4): lists, groups, comments, quoted names, and what people and programs
/// make of them: missing brackets, commas in bare names, semicolons as separators.</summary>
internal static class AddressParser
{
    /// <summary>Reads one header value, encoded words not yet decoded. What is no address is passed over.</summary>
    internal static List<MailAddress> Parse(string? value)
    {
        var found = new List<MailAddress>();
        if (value is not null)
        {
            new Scan(value.Length > MimeLimits.AddressHeaderCharsMax ? value[..MimeLimits.AddressHeaderCharsMax] : value, found).Run();
        }

        return found;
    }

    /// <summary>Brings an address to the form used as a key.</summary>
    /// <returns>The address in lower case, or <see langword="null"/> when it is none.</returns>
    internal static string? Normalise(ReadOnlySpan<char> text)
    {
        var address = text.Trim().Trim("'\"<>[]()").Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            address = address[7..];
        }

        if (address.StartsWith("@") && address.LastIndexOf(':') is var route and > 0)
        {
            address = address[(route + 1)..]; // Source route of old mails: @a,@b:user@c
        }

        address = address.TrimEnd(".,;:");
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 128 || address.Length - at is < 2 or > 254 || !IsLocalPart(address[..at]) || !IsDomain(address[(at + 1)..]))
        {
            return null;
        }

        return address.ToString().ToLowerInvariant();
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local.Length >= 2 && local[0] == '"' && local[^1] == '"')
        {
            return true;
        }

        foreach (var c in local)
        {
            if (c <= ' ' || c is '@' or ',' or ';' or '<' or '>' or '(' or ')' or '[' or ']' or '"' or '\\' || char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        foreach (var c in domain)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return domain[0] != '.';
    }

    /// <summary>One walk over a header value.</summary>
    private sealed class Scan(string value, List<MailAddress> found)
    {
        private readonly StringBuilder _phrase = new();
        private readonly StringBuilder _comment = new();
        private string _held = string.Empty; // "Smith" of: Smith, John <j@x.example>
        private string? _angle;
        private bool _isQuoted;
        private int _position;

        internal void Run()
        {
            for (; _position < value.Length && found.Count < MimeLimits.AddressCountMax; _position++)
            {
                var c = value[_position];
                switch (c)
                {
                    case '"' when Closing('"') is var end and > 0:
                        AppendQuoted(end);
                        break;
                    case '(' when ClosingComment() is var end and > 0:
                        _comment.Append(_comment.Length > 0 ? " " : string.Empty).Append(value, _position + 1, end - _position - 1);
                        _position = end;
                        break;
                    case '<' when value.IndexOf('>', _position) is var end and > 0:
                        _angle ??= value[(_position + 1)..end];
                        _position = end;
                        break;
                    case ',' or ';':
                        Finish(isLast: c == ';');
                        break;
                    case ':' when _angle is null && !Holds('@') && !EndsWithMailto():
                        _phrase.Clear(); // The name of a group.
                        _held = string.Empty;
                        break;
                    default:
                        _phrase.Append(c);
                        break;
                }
            }

            Finish(isLast: true);
        }

        private void AppendQuoted(int end)
        {
            _isQuoted = true;
            for (var i = _position + 1; i < end; i++)
            {
                if (value[i] == '\\' && i + 1 < end)
                {
                    i++;
                }

                _phrase.Append(value[i]);
            }

            _position = end;
        }

        private int Closing(char mark)
        {
            for (var i = _position + 1; i < value.Length; i++)
            {
                if (value[i] == '\\')
                {
                    i++;
                }
                else if (value[i] == mark)
                {
                    return i;
                }
            }

            return -1;
        }

        private int ClosingComment()
        {
            var depth = 0;
            for (var i = _position; i < value.Length; i++)
            {
                depth += value[i] switch { '(' => 1, ')' => -1, _ => 0 };
                if (depth == 0)
                {
                    return i;
                }
            }

            return -1;
        }

        private bool Holds(char c)
        {
            for (var i = 0; i < _phrase.Length; i++)
            {
                if (_phrase[i] == c)
                {
                    return true;
                }
            }

            return false;
        }

        private bool EndsWithMailto() =>
            _phrase.Length >= 6 && _phrase.ToString().EndsWith("mailto", StringComparison.OrdinalIgnoreCase);

        private void Finish(bool isLast)
        {
            var phrase = _phrase.ToString().Trim();
            var name = _held.Length > 0 ? $"{_held}, {phrase}" : phrase;
            var address = _angle is null ? null : Normalise(_angle);
            if (_angle is null)
            {
                address = SplitBare(phrase, out var rest);
                name = _held.Length > 0 ? $"{_held}, {rest}" : rest;
            }

            if (address is null && _angle is null && !isLast && phrase.Length > 0 && !_isQuoted && _held.Length == 0)
            {
                _held = phrase; // A bare name with a comma in it; its address follows.
            }
            else
            {
                if (address is not null)
                {
                    var shown = name.Length > 0 ? name : _comment.ToString();
                    found.Add(new MailAddress(EncodedWords.Decode(shown).Trim(), address));
                }

                _held = string.Empty;
            }

            _phrase.Clear();
            _comment.Clear();
            _angle = null;
            _isQuoted = false;
        }

        private static string? SplitBare(string phrase, out string rest)
        {
            rest = phrase;
            if (!phrase.Contains('@', StringComparison.Ordinal))
            {
                return null;
            }

            if (Normalise(phrase) is { } whole)
            {
                rest = string.Empty;
                return whole;
            }

            foreach (var word in phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (Normalise(word) is { } address)
                {
                    rest = phrase.Replace(word, string.Empty, StringComparison.Ordinal).Trim();
                    return address;
                }
            }

            return null;
        }
    }
}
