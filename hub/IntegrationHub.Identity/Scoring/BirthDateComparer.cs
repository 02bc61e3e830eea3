using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares birth dates with the errors people make: swapped parts, one wrong digit, year only.</summary>
internal static class BirthDateComparer
{
    private const int FirstOfJanuary = 101;
    private const int CloseDaysMax = 400;
    private const int CloseYearsMax = 2;
    private const int EditsMax = 2;
    private const int GenerationYearsMin = 15;
    private const int TextLength = 8;

    public static void Compare(TextPool values, Profile a, Profile b, ref Evidence evidence)
    {
        if (a.BirthText == 0 || b.BirthText == 0)
        {
            return;
        }

        var level = a.Birth != 0 && b.Birth != 0 && (IsPartial(a.Birth) || IsPartial(b.Birth)) ? Partial(a.Birth, b.Birth)
            : Grade(values, a, b);
        if (level != LevelTable.Nothing)
        {
            evidence.SetAhead(Comparison.Birth, level, evidence.Weight(level), a.BirthText, b.BirthText);
        }
    }

    /// <summary>Says whether two whole dates are so far apart, in year, month and day, that they are a parent's and a child's and no slip.</summary>
    public static bool IsGenerationApart(int a, int b) =>
        !IsPartial(a) && !IsPartial(b)
        && a % 10000 != FirstOfJanuary && b % 10000 != FirstOfJanuary
        && Math.Abs((a / 10000) - (b / 10000)) >= GenerationYearsMin
        && a / 100 % 100 != b / 100 % 100 && a % 100 != b % 100;

    // No date is partial too.
    private static bool IsPartial(int date) => date % 100 == 0;

    private static Level Partial(int a, int b) => a / 10000 == b / 10000 ? Level.BirthYear : Level.BirthDifferent;

    private static Level Grade(TextPool values, Profile a, Profile b)
    {
        if (a.BirthText == b.BirthText)
        {
            return a.Birth % 10000 == FirstOfJanuary ? Level.BirthFirstOfJanuary : Level.BirthExact;
        }

        ref readonly var shapeA = ref values.Shape(a.BirthText);
        ref readonly var shapeB = ref values.Shape(b.BirthText);
        var isFar = TextShape.EditsMin(shapeA, shapeB) > EditsMax;
        if (shapeA.Length == TextLength && shapeB.Length == TextLength)
        {
            return Whole(values.Text(a.BirthText), values.Text(b.BirthText), a.Birth, b.Birth, isFar);
        }

        var distance = isFar ? int.MaxValue : EditDistance.Osa(values.Text(a.BirthText), values.Text(b.BirthText));
        return distance <= 1 ? Level.BirthNear : distance <= EditsMax ? Level.BirthParts : LevelTable.Nothing;
    }

    /// <summary>Compares texts of eight signs, as dates are whole ones and those with a typing error in them.</summary>
    private static Level Whole(ReadOnlySpan<char> textA, ReadOnlySpan<char> textB, int a, int b, bool isFar)
    {
        var signsA = Vector128.Create(MemoryMarshal.Cast<char, ushort>(textA));
        var signsB = Vector128.Create(MemoryMarshal.Cast<char, ushort>(textB));
        if (signsA == Vector128.Shuffle(signsB, Vector128.Create((ushort)0, 1, 2, 3, 6, 7, 4, 5)))
        {
            return Level.BirthSwapped;
        }

        var distance = isFar ? int.MaxValue : EditDistance.Osa(textA, textB);
        if (distance <= 1)
        {
            return Level.BirthNear;
        }

        const uint Year = 0b0000_1111;
        const uint Month = 0b0011_0000;
        const uint Day = 0b1100_0000;
        var other = ~Vector128.Equals(signsA, signsB).ExtractMostSignificantBits();
        if ((other & (Year | Month)) == 0 || (other & (Year | Day)) == 0 || (other & (Month | Day)) == 0)
        {
            return Level.BirthParts;
        }

        return distance <= EditsMax || IsClose(a, b) ? Level.BirthClose : Level.BirthDifferent;
    }

    private static bool IsClose(int a, int b) =>
        a != 0 && Math.Abs((a / 10000) - (b / 10000)) <= CloseYearsMax && Math.Abs(Days(a) - Days(b)) <= CloseDaysMax;

    private static int Days(int date) => new DateOnly(date / 10000, date / 100 % 100, date % 100).DayNumber;
}
