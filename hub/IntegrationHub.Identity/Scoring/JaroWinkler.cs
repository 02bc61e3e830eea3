using System.Numerics;
using System.Runtime.CompilerServices;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Jaro-Winkler similarity (Winkler 1990: up to four common first letters, scale .1), with bit sets up to 64 characters.
/// Ordinal, allocation-free. Symmetric: of each character the two texts' places are paired from the left, whichever is searched for.
/// </summary>
internal static class JaroWinkler
{
    private const int WordBits = 64;
    private const double PrefixScale = .1;
    private const int PrefixMax = 4;

    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (b.Length == 0)
        {
            return 1;
        }

        // Only the first 64 characters of longer texts are compared: names and lines of addresses are shorter.
        a = a[..Math.Min(a.Length, WordBits)];
        b = b[..Math.Min(b.Length, WordBits)];
        var jaro = b.Length <= ShortText.LengthMax ? Jaro(new ShortText(b), a, b) : JaroOfLong(a, b);
        var prefix = 0;
        while (prefix < PrefixMax && prefix < a.Length && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * PrefixScale * (1 - jaro));
    }

    /// <summary>Says whether the similarity of two texts can be as large when so many characters can be in common at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanReach(JaroBound bound, in TextShape a, in TextShape b, int common)
    {
        // (common / a + common / b + 1) / 3 >= jaro, in whole numbers.
        var lengthA = Math.Min(a.Length, WordBits);
        var lengthB = Math.Min(b.Length, WordBits);
        return (Math.Min(common, WordBits) * (lengthA + lengthB)) << JaroBound.Scale >= (a.First == b.First ? bound.FirstSame : bound.FirstOther) * lengthA * lengthB;
    }

    [SkipLocalsInit]
    private static double JaroOfLong(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        Jaro(new PlaceTable(stackalloc ulong[PlaceTable.Size], b, a), a, b);

    // Inlined, so that the places stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Jaro<T>(T places, ReadOnlySpan<char> a, ReadOnlySpan<char> b)
        where T : struct, IPlaces, allows ref struct
    {
        var window = Math.Max(0, (b.Length / 2) - 1);
        ulong takenA = 0, takenB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var open = places.Of(a[i]) & Range(i - window, i + window) & ~takenB;
            takenA |= open != 0 ? 1UL << i : 0;
            takenB |= open & (~open + 1);
        }

        return Jaro(a, b, takenA, takenB);
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ulong takenA, ulong takenB)
    {
        double matches = BitOperations.PopCount(takenA);
        if (matches == 0)
        {
            return 0;
        }

        var outOfOrder = 0;
        for (; takenA != 0; takenA &= takenA - 1, takenB &= takenB - 1)
        {
            outOfOrder += a[BitOperations.TrailingZeroCount(takenA)] != b[BitOperations.TrailingZeroCount(takenB)] ? 1 : 0;
        }

        return ((matches / a.Length) + (matches / b.Length) + ((matches - (outOfOrder / 2)) / matches)) / 3;
    }

    /// <summary>The bits of the places from first to last.</summary>
    private static ulong Range(int first, int last)
    {
        var low = first <= 0 ? ulong.MaxValue : ulong.MaxValue << first;
        return last >= WordBits - 1 ? low : low & ((1UL << (last + 1)) - 1);
    }
}
