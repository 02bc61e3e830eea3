using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>Writes a number by its number format. Postal codes, phone numbers and ids are often kept as numbers and shown
/// with zeros and hyphens that only the format holds (<c>00000</c>, <c>000\-00\-0000</c>).</summary>
internal static class ShownNumber
{
    private const double ExactIntegersMax = 9_007_199_254_740_992;

    internal static string Of(double number, string? format)
    {
        var section = SectionFor(number, format ?? string.Empty);
        if (section.Contains('%', StringComparison.Ordinal))
        {
            return Plain(Math.Round(number * 100, DecimalsOf(section), MidpointRounding.AwayFromZero)) + "%";
        }

        var isWhole = number >= 0 && number < ExactIntegersMax && Math.Floor(number) == number;
        if (isWhole && FillDigits((long)number, section) is { } filled)
        {
            return filled;
        }

        var decimals = DecimalsOf(section);
        return decimals > 0 && Math.Abs(number) < ExactIntegersMax ? number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : Plain(number);
    }

    private static string Plain(double number) => Math.Abs(number) < ExactIntegersMax && Math.Floor(number) == number
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);

    // A format has sections: positive, negative, zero; or sections with a condition such as [<=9999999].
    private static string SectionFor(double number, string format)
    {
        var sections = format.Split(';');
        if (sections.Length > 1 && sections[0].StartsWith("[<=", StringComparison.Ordinal))
        {
            var end = sections[0].IndexOf(']', StringComparison.Ordinal);
            var holds = end > 3 && double.TryParse(sections[0].AsSpan(3, end - 3), NumberStyles.Float, CultureInfo.InvariantCulture, out var max) && number <= max;
            return holds ? sections[0][(end + 1)..] : sections[1];
        }

        return sections[0];
    }

    private static int DecimalsOf(string section)
    {
        var point = section.IndexOf('.', StringComparison.Ordinal);
        var count = 0;
        while (point >= 0 && point + 1 + count < section.Length && section[point + 1 + count] == '0')
        {
            count++;
        }

        return count;
    }

    /// <summary>Puts the digits into a format that consists of digit places and literal characters, from the right.</summary>
    /// <returns>The text, or <see langword="null"/> when the format is of another kind or only says how many digits to group.</returns>
    private static string? FillDigits(long number, string section)
    {
        if (Tokens(section) is not { } tokens || tokens.Count(static t => t.IsPlace) < 2)
        {
            return null;
        }

        var digits = number.ToString(CultureInfo.InvariantCulture);
        var next = digits.Length;
        var text = new StringBuilder();
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var (isPlace, letter) = tokens[i];
            if (!isPlace)
            {
                text.Insert(0, letter);
            }
            else if (next > 0)
            {
                text.Insert(0, digits[--next]);
            }
            else if (letter == '0')
            {
                text.Insert(0, '0');
            }
        }

        return next > 0 ? digits[..next] + text : text.ToString();
    }

    private static List<(bool IsPlace, char Letter)>? Tokens(string section)
    {
        var tokens = new List<(bool, char)>();
        var inQuotes = false;
        for (var i = 0; i < section.Length; i++)
        {
            var letter = section[i];
            if (letter == '"')
            {
                inQuotes = !inQuotes;
            }
            else if (inQuotes || letter is '-' or '(' or ')' or ' ' or '+')
            {
                tokens.Add((false, letter));
            }
            else if (letter == '\\' && i + 1 < section.Length)
            {
                tokens.Add((false, section[++i]));
            }
            else if (letter is '0' or '#')
            {
                tokens.Add((true, letter));
            }
            else
            {
                return null;
            }
        }

        return tokens;
    }
}
