using System.Text;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Reads one whole answer (RFC 9051 §9), leniently where servers differ.</summary>
internal sealed class ImapParser
{
    private readonly ReadOnlyMemory<byte> _answer;
    private int _position;

    private ImapParser(ReadOnlyMemory<byte> answer)
    {
        _answer = answer;
    }

    private ReadOnlySpan<byte> Rest => _answer.Span[_position..];

    /// <summary>Reads an answer.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static ImapResponse Parse(ReadOnlyMemory<byte> answer) => new ImapParser(answer).Response();

    private ImapResponse Response()
    {
        var tag = Word();
        if (tag == "+")
        {
            return new ImapResponse { Tag = tag };
        }

        var name = Word();
        ulong number = 0;
        if (tag == "*" && ulong.TryParse(name, out number))
        {
            name = Word();
        }

        if (tag.Length == 0 || name.Length == 0)
        {
            throw new FormatException("not an IMAP answer");
        }

        name = name.ToUpperInvariant();
        return name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH"
            ? Status(tag, name)
            : new ImapResponse { Tag = tag, Name = name, Number = number, Values = Values(until: 0, depth: 0) };
    }

    private ImapResponse Status(string tag, string name)
    {
        if (Rest.IsEmpty || Rest[0] != (byte)'[')
        {
            return new ImapResponse { Tag = tag, Name = name };
        }

        _position++;
        var values = Values(until: (byte)']', depth: 0);
        return new ImapResponse
        {
            Tag = tag,
            Name = name,
            Code = values.Count > 0 ? values[0].Text.ToUpperInvariant() : string.Empty,
            CodeValues = values.Count > 1 ? values.GetRange(1, values.Count - 1) : [],
        };
    }

    private string Word()
    {
        SkipBlanks();
        var end = Rest.IndexOf((byte)' ');
        end = end < 0 ? Rest.Length : end;
        var word = Encoding.ASCII.GetString(Rest[..end]);
        _position += end;
        SkipBlanks();
        return word;
    }

    private void SkipBlanks()
    {
        while (_position < _answer.Length && _answer.Span[_position] == (byte)' ')
        {
            _position++;
        }
    }

    private List<ImapValue> Values(byte until, int depth)
    {
        if (depth > ImapLimits.DepthMax)
        {
            throw new FormatException("lists too deep");
        }

        var values = new List<ImapValue>();
        while (true)
        {
            SkipBlanks();
            if (Rest.IsEmpty)
            {
                return until == 0 ? values : throw new FormatException("list not closed");
            }

            if (Rest[0] == until)
            {
                _position++;
                return values;
            }

            values.Add(Value(depth));
        }
    }

    private ImapValue Value(int depth)
    {
        switch (Rest[0])
        {
            case (byte)'(':
                _position++;
                return ImapValue.Of(Values((byte)')', depth + 1));
            case (byte)'"':
                return Quoted();
            case (byte)'{':
                return Literal();
            case (byte)'~' when Rest.Length > 1 && Rest[1] == (byte)'{':
                _position++;
                return Literal();
            default:
                return Atom();
        }
    }

    private ImapValue Quoted()
    {
        var text = Rest[1..];
        var end = text.IndexOfAny((byte)'"', (byte)'\\');
        if (end >= 0 && text[end] == (byte)'"')
        {
            var plain = _answer.Slice(_position + 1, end);
            _position += end + 2;
            return ImapValue.Of(plain);
        }

        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'"')
            {
                _position += i + 2;
                return ImapValue.Of(bytes.ToArray());
            }

            i += text[i] == (byte)'\\' && i + 1 < text.Length ? 1 : 0;
            bytes.Add(text[i]);
        }

        throw new FormatException("string not closed");
    }

    private ImapValue Literal()
    {
        var feed = Rest.IndexOf((byte)'\n');
        var length = feed < 0 ? -1 : ImapReader.LiteralLength(Rest[..feed]);
        if (length < 0 || length > Rest.Length - feed - 1)
        {
            throw new FormatException("broken literal");
        }

        var bytes = _answer.Slice(_position + feed + 1, (int)length);
        _position += feed + 1 + (int)length;
        return ImapValue.Of(bytes);
    }

    /// <summary>An atom; brackets in it hold anything, as in <c>BODY[HEADER.FIELDS (FROM)]&lt;0&gt;</c>.</summary>
    private ImapValue Atom()
    {
        var text = Rest;
        var end = 0;
        while (end < text.Length && text[end] is not ((byte)' ' or (byte)'(' or (byte)')' or (byte)']'))
        {
            var close = text[end] == (byte)'[' ? text[end..].IndexOf((byte)']') : 0;
            if (close < 0)
            {
                throw new FormatException("bracket not closed");
            }

            end += close + 1;
        }

        if (end == 0)
        {
            throw new FormatException("value expected");
        }

        var atom = ImapValue.Of(_answer.Slice(_position, end));
        _position += end;
        return atom.Is("NIL") ? ImapValue.Nil : atom;
    }
}
