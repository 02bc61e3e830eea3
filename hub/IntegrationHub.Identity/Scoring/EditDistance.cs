using System.Runtime.CompilerServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. Bit-parallel after
/// Hyyrö (2003) up to 64 characters, a plain matrix of three rows beyond. Ordinal, allocation-free.
/// </summary>
internal static class EditDistance
{
    private const int WordBits = 64;

    public static int Osa(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        // What is common at both ends does not count. Plain loops: a slip leaves little to look at, and calls would cost more.
        var start = 0;
        while (start < a.Length && a[start] == b[start])
        {
            start++;
        }

        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && a[endA - 1] == b[endB - 1])
        {
            endA--;
            endB--;
        }

        return Rest(a[start..endA], b[start..endB]);
    }

    /// <summary>The distance of texts, the first not the longer one, that begin and end differently.</summary>
    private static int Rest(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Length switch
    {
        0 => b.Length,
        1 => b.Length - (b.Contains(a[0]) ? 1 : 0),
        2 when b.Length == 2 => a[0] == b[1] && a[1] == b[0] ? 1 : 2,
        <= ShortText.LengthMax => BitParallel(new ShortText(a), a.Length, b),
        <= WordBits => OfLong(a, b),
        _ => Matrix(a, b),
    };

    [SkipLocalsInit]
    private static int OfLong(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) =>
        BitParallel(new PlaceTable(stackalloc ulong[PlaceTable.Size], pattern, text), pattern.Length, text);

    // Inlined, so that the places stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BitParallel<T>(T places, int length, ReadOnlySpan<char> text)
        where T : struct, IPlaces, allows ref struct
    {
        var last = 1UL << (length - 1);
        var distance = length;
        ulong vp = ulong.MaxValue, vn = 0, d0 = 0, previous = 0;
        foreach (var c in text)
        {
            var match = places.Of(c);
            var transposed = ((~d0 & match) << 1) & previous;
            d0 = (((match & vp) + vp) ^ vp) | match | vn | transposed;
            var hp = vn | ~(d0 | vp);
            var hn = d0 & vp;
            distance += (hp & last) != 0 ? 1 : (hn & last) != 0 ? -1 : 0;
            hp = (hp << 1) | 1;
            vp = (hn << 1) | ~(d0 | hp);
            vn = hp & d0;
            previous = match;
        }

        return distance;
    }

    private static int Matrix(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        const int StackMax = 512;
        var width = a.Length + 1;
        Span<int> rows = width * 3 <= StackMax * 3 ? stackalloc int[width * 3] : new int[width * 3];
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var i = 0; i < width; i++)
        {
            previous[i] = i;
        }

        for (var j = 1; j <= b.Length; j++)
        {
            current[0] = j;
            for (var i = 1; i < width; i++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(previous[i], current[i - 1]) + 1, previous[i - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[i - 2] + 1);
                }

                current[i] = best;
            }

            var swap = before;
            before = previous;
            previous = current;
            current = swap;
        }

        return previous[a.Length];
    }
}
