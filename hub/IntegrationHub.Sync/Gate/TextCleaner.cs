using System.Globalization;
using System.Text;

namespace IntegrationHub.Sync.Gate;

/// <summary>Makes one line of a text: no blanks around or doubled, nothing invisible, Unicode form C.</summary>
internal static class TextCleaner
{
    private const char FirstJoiningScript = '\u0590';

    /// <summary>Cleans a line.</summary>
    /// <param name="text">The text; without lone surrogates.</param>
    /// <returns>The same text object when there is nothing to do.</returns>
    internal static string Line(string text)
    {
        var isAscii = true;
        var isClean = true;
        var wasBlank = true;
        foreach (var c in text)
        {
            if (c >= 0x80)
            {
                isAscii = false;
                isClean &= !IsInvisible(c) && c is not ('\u200C' or '\u200D') && !char.IsWhiteSpace(c);
                wasBlank = false;
            }
            else
            {
                isClean &= c >= 0x20 && c != 0x7F && !(wasBlank && c == ' ');
                wasBlank = c == ' ';
            }
        }

        if (!isClean || wasBlank)
        {
            text = Collapse(text);
        }

        return isAscii || text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    private static string Collapse(string text)
    {
        var line = new StringBuilder(text.Length);
        var isBlankDue = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isBlankDue = line.Length > 0;
            }
            else if (!IsInvisible(c) && !(c is '\u200C' or '\u200D' && (line.Length == 0 || line[^1] < FirstJoiningScript)))
            {
                if (isBlankDue)
                {
                    line.Append(' ');
                    isBlankDue = false;
                }

                line.Append(c);
            }
        }

        return line.ToString();
    }

    /// <summary>Control and format characters; the joiners stay where scripts spell with them.</summary>
    private static bool IsInvisible(char c) =>
        c is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(c) is (UnicodeCategory.Control or UnicodeCategory.Format);
}
