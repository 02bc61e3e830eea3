using System.Text;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>Puts folded lines together again; the lines of pictures, sounds and keys are passed over, not kept.</summary>
internal sealed class VCardLines(Utf8Source source, long lines)
{
    private static readonly string[] Passed = ["PHOTO", "LOGO", "SOUND", "KEY", "X-MS-OL-DESIGN", "X-MS-CARDPICTURE", "AGENT"];

    private readonly StringBuilder _line = new();

    /// <summary>Gets how many lines of the file were read.</summary>
    internal long Lines { get; private set; } = lines;

    /// <summary>Gets the place before the last logical line.</summary>
    internal ListPosition Before { get; private set; }

    /// <summary>Gets a value indicating whether the last logical line was cut because it is longer than allowed.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>Reads a logical line.</summary>
    /// <param name="isOld">Whether the card is vCard 2.1, where the blank that opens a folded line belongs to the text.</param>
    /// <returns>The line, or <see langword="null"/> at the end of the file.</returns>
    internal string? Read(bool isOld)
    {
        Before = new ListPosition(source.Position, Lines);
        IsTooLong = false;
        _line.Clear();
        if (!Append(0, keep: true))
        {
            return null;
        }

        var isPassed = IsPassed();
        var isQuoted = IsQuotedPrintable();
        while (true)
        {
            if (isQuoted && _line.Length > 0 && _line[^1] == '=')
            {
                _line.Length--;
                if (!Append(0, keep: true))
                {
                    break;
                }
            }
            else if (source.Peek() is ' ' or '\t')
            {
                Append(isOld && !isPassed ? 0 : 1, keep: !isPassed);
            }
            else
            {
                break;
            }
        }

        return _line.ToString();
    }

    /// <summary>Takes the last logical line back.</summary>
    internal void Back()
    {
        source.GoTo(Before.Bytes);
        Lines = Before.Lines;
    }

    internal static bool IsPassed(string name) => Array.Exists(Passed, name.Equals);

    private bool Append(int from, bool keep)
    {
        var start = source.Position;
        source.Mark(keep ? Before.Bytes : start);
        string text;
        try
        {
            if (!source.TryReadLine(out var line))
            {
                return false;
            }

            text = keep ? Encoding.UTF8.GetString(line.Span) : string.Empty;
        }
        catch (RecordTooLongException)
        {
            source.GoTo(start);
            text = source.SkipLine();
            IsTooLong |= keep;
        }

        Lines++;
        if (keep && _line.Length + text.Length <= ListLimits.RecordBytesMax)
        {
            _line.Append(text, Math.Min(from, text.Length), text.Length - Math.Min(from, text.Length));
        }
        else
        {
            IsTooLong |= keep;
        }

        return true;
    }

    private bool IsPassed()
    {
        var head = _line.ToString(0, Math.Min(_line.Length, 64));
        var end = head.AsSpan().IndexOfAny(':', ';');
        return end > 0 && IsPassed(head[(head.LastIndexOf('.', end) + 1)..end].ToUpperInvariant());
    }

    private bool IsQuotedPrintable()
    {
        var head = _line.ToString(0, Math.Min(_line.Length, 256));
        var colon = head.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && head.AsSpan(0, colon).Contains(QuotedPrintable.Name, StringComparison.OrdinalIgnoreCase);
    }
}
