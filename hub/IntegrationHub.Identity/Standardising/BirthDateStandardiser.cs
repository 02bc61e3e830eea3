using System.Globalization;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads birth dates; what is not a date is kept as text, so that a typing error still resembles the truth.</summary>
internal static class BirthDateStandardiser
{
    private const int YearMin = 1880;
    private const int YearMax = 2100;

    /// <summary>Reads a date.</summary>
    /// <returns>Year * 10000 + month * 100 + day with zeros for unknown parts, or 0.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<char> compact, out int length)
    {
        length = CharFolding.FoldCompact(text, compact);
        if (length is not (4 or 6 or 8) || !int.TryParse(compact[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return 0;
        }

        var packed = length == 4 ? number * 10000 : length == 6 ? number * 100 : number;
        if (IsPlaceholder(packed))
        {
            length = 0;
            return 0;
        }

        var (year, month, day) = (packed / 10000, packed / 100 % 100, packed % 100);
        var isDate = year is >= YearMin and <= YearMax && month <= 12 && day <= (month == 0 ? 0 : DateTime.DaysInMonth(year, month));
        return isDate && (length < 8 || day > 0) ? packed : 0;
    }

    private static bool IsPlaceholder(int packed) =>
        packed is 19000101 or 19010101 or 19000000 or 11111111 or 12345678 || packed / 10000 is 0 or 1 or 9999;
}
