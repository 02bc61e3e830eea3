using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares birth dates with the errors people make: swapped parts, one wrong digit, year only.</summary>
internal static class BirthDateComparer
{
    private const int FirstOfJanuary = 101;
    private const int CloseDaysMax = 400;
    private const int GenerationYearsMin = 15;
    private const int TextLength = 8;

    public static void Compare(TextPool values, in Profile a, in Profile b, ref Evidence evidence)
    {
        if (a.BirthText == 0 || b.BirthText == 0)
        {
            return;
        }

        var level = a.Birth != 0 && b.Birth != 0 && (IsPartial(a.Birth) || IsPartial(b.Birth)) ? Partial(a.Birth, b.Birth)
            : Grade(values.Text(a.BirthText), values.Text(b.BirthText), a.Birth, b.Birth);
        if (level is { } found)
        {
            evidence.Set(Comparison.Birth, found, a.BirthText, b.BirthText);
        }
    }

    /// <summary>Says whether two whole dates are so far apart, in year, month and day, that they are a parent's and a child's and no slip.</summary>
    public static bool IsGenerationApart(int a, int b) =>
        a != 0 && b != 0 && !IsPartial(a) && !IsPartial(b)
        && a % 10000 != FirstOfJanuary && b % 10000 != FirstOfJanuary
        && Math.Abs((a / 10000) - (b / 10000)) >= GenerationYearsMin
        && a / 100 % 100 != b / 100 % 100 && a % 100 != b % 100;

    private static bool IsPartial(int date) => date % 100 == 0;

    private static Level? Partial(int a, int b) => a / 10000 == b / 10000 ? Level.BirthYear : Level.BirthDifferent;

    private static Level? Grade(ReadOnlySpan<char> textA, ReadOnlySpan<char> textB, int a, int b)
    {
        if (textA.SequenceEqual(textB))
        {
            return a % 10000 == FirstOfJanuary ? Level.BirthFirstOfJanuary : Level.BirthExact;
        }

        var isWhole = textA.Length == TextLength && textB.Length == TextLength;
        if (isWhole && textA[..4].SequenceEqual(textB[..4]) && textA.Slice(4, 2).SequenceEqual(textB[6..]) && textA[6..].SequenceEqual(textB.Slice(4, 2)))
        {
            return Level.BirthSwapped;
        }

        var distance = EditDistance.Osa(textA, textB);
        if (distance <= 1 || !isWhole)
        {
            return distance <= 1 ? Level.BirthNear : distance <= 2 ? Level.BirthParts : a != 0 && b != 0 ? Level.BirthDifferent : null;
        }

        var isYear = textA[..4].SequenceEqual(textB[..4]);
        var isMonth = textA.Slice(4, 2).SequenceEqual(textB.Slice(4, 2));
        var isDay = textA[6..].SequenceEqual(textB[6..]);
        if ((isYear && (isMonth || isDay)) || (isMonth && isDay))
        {
            return Level.BirthParts;
        }

        return IsClose(a, b) || distance <= 2 ? Level.BirthClose : Level.BirthDifferent;
    }

    private static bool IsClose(int a, int b) => a != 0 && b != 0 && Math.Abs(Days(a) - Days(b)) <= CloseDaysMax;

    private static int Days(int date) => new DateOnly(date / 10000, date / 100 % 100, date % 100).DayNumber;
}
