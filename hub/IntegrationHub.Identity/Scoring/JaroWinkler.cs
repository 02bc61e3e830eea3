using System.Numerics;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Jaro-Winkler similarity (Winkler 1990: up to four common first letters, scale .1), with bit sets up to 64 characters.
/// Ordinal, allocation-free. Symmetric: the shorter text, or the ordinally smaller of two equally long, is searched for.
/// </summary>
internal static class JaroWinkler
{
    private const int WordBits = 64;
    private const int AsciiCount = 128;
    private const double PrefixScale = .1;
    private const int PrefixMax = 4;

    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length || (a.Length == b.Length && a.SequenceCompareTo(b) > 0))
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (b.Length == 0)
        {
            return 1;
        }

        if (a.Length == 0)
        {
            return 0;
        }

        // Only the first 64 characters of longer texts are compared: names and lines of addresses are shorter.
        a = a[..Math.Min(a.Length, WordBits)];
        b = b[..Math.Min(b.Length, WordBits)];
        var jaro = Jaro(a, b);
        var prefix = Math.Min(PrefixMax, a.CommonPrefixLength(b));
        return jaro + (prefix * PrefixScale * (1 - jaro));
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var window = Math.Max(0, (b.Length / 2) - 1);
        Span<ulong> places = stackalloc ulong[AsciiCount];
        for (var j = 0; j < b.Length; j++)
        {
            places[b[j] & (AsciiCount - 1)] |= 1UL << j;
        }

        ulong takenA = 0, takenB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var open = places[a[i] & (AsciiCount - 1)] & Range(i - window, i + window) & ~takenB;
            while (open != 0 && b[BitOperations.TrailingZeroCount(open)] != a[i])
            {
                // Another character that falls on the same row; only beyond ASCII.
                open &= open - 1;
            }

            if (open != 0)
            {
                takenA |= 1UL << i;
                takenB |= open & (~open + 1);
            }
        }

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
