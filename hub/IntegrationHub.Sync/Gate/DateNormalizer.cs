using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationHub.Sync.Gate;

/// <summary>Reads dates of birth as people and systems write them and gives <c>yyyy-MM-dd</c>.</summary>
/// <remarks>Where day and month could be swapped the region decides, and a number above 12 overrules it. Thread-safe.</remarks>
public static class DateNormalizer
{
    private const int PartsMax = 3;
    private const int TextCharsMax = 48;
    private const int YearMin = 1000;

    private static readonly FrozenSet<string> MonthFirstRegions =
        new[] { "US", "PH", "PR", "GU", "AS", "VI", "MP", "UM", "PW", "FM", "MH", "BZ", "CA" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Normalises a date.</summary>
    /// <param name="text">The date as written; a time behind it is passed over.</param>
    /// <param name="region">The region (ISO 3166 alpha-2) of the writer.</param>
    /// <param name="yearMax">The latest year a date can lie in; a two-digit year above it belongs to the century before.</param>
    /// <returns>The date as <c>yyyy-MM-dd</c>, or the text without surrounding blanks when it is not understood.</returns>
    public static string Normalize(string text, string region, int yearMax)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(region);

        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 6 or > TextCharsMax)
        {
            return text.Trim();
        }

        Span<int> parts = stackalloc int[PartsMax];
        Span<int> lengths = stackalloc int[PartsMax];
        var count = Read(trimmed, parts, lengths, out var month, out var separator);
        var date = (count, month) switch
        {
            (1, 0) when lengths[0] == 8 => Of(parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100),
            (2, > 0) => WithMonthName(parts, lengths, month, yearMax),
            (3, 0) => Numeric(parts, lengths, separator, MonthFirstRegions.Contains(region), yearMax),
            _ => null,
        };
        return date is null ? text.Trim() : Text(date.Value, text);
    }

    /// <summary>Reads up to three numbers and at most one month name; -1 when something else stands among them.</summary>
    private static int Read(ReadOnlySpan<char> text, Span<int> parts, Span<int> lengths, out int month, out char separator)
    {
        (month, separator) = (0, '\0');
        var count = 0;
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                if (count == PartsMax || i - start > 8)
                {
                    return -1;
                }

                lengths[count] = i - start;
                parts[count++] = int.Parse(text[start..i], CultureInfo.InvariantCulture);
                if (IsComplete(count, lengths, month) && i < text.Length && text[i] is 'T' or 't' or ' ')
                {
                    return IsTime(text[(i + 1)..]) ? count : -1;
                }
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                var word = text[start..i];
                var named = MonthNames.Find(word);
                if (named > 0 && month == 0)
                {
                    month = named;
                }
                else if (!IsFiller(word))
                {
                    return -1;
                }
            }
            else
            {
                if (text[i] is not ('.' or '/' or '-' or ' ' or ',' or '\u00A0' or '\'' or '\u2019' or '\u5E74' or '\u2013'))
                {
                    return -1;
                }

                separator = separator == '\0' ? text[i] : separator;
                i++;
            }
        }

        return count;
    }

    private static bool IsComplete(int count, ReadOnlySpan<int> lengths, int month) =>
        count == 3 || (count == 2 && month > 0) || (count == 1 && lengths[0] == 8);

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (!char.IsAsciiDigit(c) && c is not (':' or '.' or 'Z' or 'z' or '+' or '-' or ' ' or 'A' or 'P' or 'M' or 'a' or 'p' or 'm' or ','))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFiller(ReadOnlySpan<char> word) => word is "st" or "nd" or "rd" or "th" or "de" or "of" or "del" or "er" or "do";

    private static DateOnly? WithMonthName(ReadOnlySpan<int> parts, ReadOnlySpan<int> lengths, int month, int yearMax)
    {
        if (lengths[0] > 2)
        {
            return lengths[0] == 4 ? Of(parts[0], month, parts[1]) : null; // 1980 March 12
        }

        return lengths[1] is 2 or 4 ? Of(Year(parts[1], lengths[1], yearMax), month, parts[0]) : null;
    }

    private static DateOnly? Numeric(ReadOnlySpan<int> parts, ReadOnlySpan<int> lengths, char separator, bool isMonthFirst, int yearMax)
    {
        if (lengths[0] == 4)
        {
            return Of(parts[0], parts[1], parts[2]);
        }

        if (lengths[0] > 2 || lengths[1] > 2 || lengths[2] is not (2 or 4))
        {
            return null;
        }

        var year = Year(parts[2], lengths[2], yearMax);
        return isMonthFirst && separator != '.'
            ? Of(year, parts[0], parts[1]) ?? Of(year, parts[1], parts[0])
            : Of(year, parts[1], parts[0]) ?? Of(year, parts[0], parts[1]);
    }

    private static int Year(int year, int length, int yearMax)
    {
        if (length == 4)
        {
            return year;
        }

        var thisCentury = (yearMax / 100 * 100) + year;
        return thisCentury > yearMax ? thisCentury - 100 : thisCentury;
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= YearMin and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static string Text(DateOnly date, string written)
    {
        Span<char> buffer = stackalloc char[10];
        date.TryFormat(buffer, out _, "O", CultureInfo.InvariantCulture);
        return buffer.SequenceEqual(written) ? written : new string(buffer);
    }
}
