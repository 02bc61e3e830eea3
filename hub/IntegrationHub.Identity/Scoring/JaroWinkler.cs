using System.Numerics;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Jaro-Winkler similarity (Winkler 1990: up to four common first letters, scale .1), with bit sets up to 64 characters.
/// Ordinal, allocation-free. Symmetric: the shorter text, or the ordinally smaller of two equally long, is searched for.
/// </summary>
internal static class JaroWinkler
{
    private const int WordBits = 64;
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
        ulong takenA = 0, takenB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length, i + window + 1);
            for (var j = Math.Max(0, i - window); j < end; j++)
            {
                if (a[i] == b[j] && (takenB & (1UL << j)) == 0)
                {
                    takenA |= 1UL << i;
                    takenB |= 1UL << j;
                    break;
                }
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
}
