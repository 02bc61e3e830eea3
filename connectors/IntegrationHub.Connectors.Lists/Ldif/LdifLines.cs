using System.Text;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.Ldif;

/// <summary>Puts folded lines together again (RFC 2849): a line that begins with a blank goes on with the one before.</summary>
internal sealed class LdifLines(Utf8Source source, long lines)
{
    private readonly StringBuilder _line = new();

    internal ListPosition Position => new(source.Position, Lines);

    internal long Lines { get; private set; } = lines;

    /// <summary>Gets a value indicating whether the last line was cut because it is longer than allowed.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>Reads a logical line.</summary>
    /// <returns>The line, empty between two entries; <see langword="null"/> at the end of the file.</returns>
    internal string? Read()
    {
        IsTooLong = false;
        _line.Clear();
        if (!Append(0))
        {
            return null;
        }

        while (_line.Length > 0 && source.Peek() == ' ')
        {
            Append(1);
        }

        return _line.ToString();
    }

    private bool Append(int from)
    {
        var start = source.Position;
        source.Mark(start);
        string text;
        try
        {
            if (!source.TryReadLine(out var line))
            {
                return false;
            }

            text = Encoding.UTF8.GetString(line.Span);
        }
        catch (RecordTooLongException)
        {
            source.GoTo(start);
            source.SkipLine();
            text = string.Empty;
            IsTooLong = true;
        }

        Lines++;
        if (_line.Length + text.Length > ListLimits.RecordBytesMax)
        {
            IsTooLong = true;
        }
        else
        {
            _line.Append(text, Math.Min(from, text.Length), Math.Max(text.Length - from, 0));
        }

        return true;
    }
}
