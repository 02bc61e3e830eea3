using System.Text;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>A command to send: text, and between it the strings that cannot be quoted.</summary>
internal sealed class ImapCommand
{
    private readonly List<(byte[] Bytes, bool IsLiteral)> _pieces = [];
    private readonly StringBuilder _text = new();

    /// <summary>Creates a command that starts with a text.</summary>
    /// <param name="text">The command itself, ASCII.</param>
    internal ImapCommand(string text)
    {
        _text.Append(text);
    }

    /// <summary>Gets the pieces in their order, the last one a text.</summary>
    internal IReadOnlyList<(byte[] Bytes, bool IsLiteral)> Pieces
    {
        get
        {
            EndText();
            return _pieces;
        }
    }

    internal ImapCommand Add(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Adds a blank and a string, quoted or as a literal.</summary>
    /// <param name="value">The string.</param>
    /// <param name="allowsUtf8">Whether the server takes UTF-8 in quotes.</param>
    internal ImapCommand AddString(string value, bool allowsUtf8 = false)
    {
        _text.Append(' ');
        if (value.Any(c => c is '\r' or '\n' or '\0' || (c > 126 && !allowsUtf8)))
        {
            EndText();
            _pieces.Add((Encoding.UTF8.GetBytes(value), true));
            return this;
        }

        _text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    private void EndText()
    {
        if (_text.Length > 0 || _pieces is not [.., (_, false)])
        {
            _pieces.Add((Encoding.UTF8.GetBytes(_text.ToString()), false));
            _text.Clear();
        }
    }
}
