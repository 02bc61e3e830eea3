using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        TrimCommon(ref a, ref b);
        if (a.Length > b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        return a.Length switch
        {
            0 => b.Length,
            1 => b.Length - (b.Contains(a[0]) ? 1 : 0),
            <= ShortText.LengthMax => OfShort(a, b),
            <= WordBits => OfLong(a, b),
            _ => Matrix(a, b),
        };
    }

    private static void TrimCommon(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        var suffix = 0;
        while (suffix < a.Length && suffix < b.Length && a[^(suffix + 1)] == b[^(suffix + 1)])
        {
            suffix++;
        }

        a = a[..^suffix];
        b = b[..^suffix];
    }

    private static int OfShort(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var places = new ShortText(pattern);
        var column = new Column(pattern.Length);
        foreach (var c in text)
        {
            column.Next(places.PlacesOf(c));
        }

        return column.Distance;
    }

    [SkipLocalsInit]
    private static int OfLong(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var places = new PlaceTable(stackalloc ulong[PlaceTable.Size], pattern, text);
        var column = new Column(pattern.Length);
        foreach (var c in text)
        {
            column.Next(places.Of(c));
        }

        return column.Distance;
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

    /// <summary>One column of the matrix as differences between neighbours, a bit each (Hyyrö 2003).</summary>
    [StructLayout(LayoutKind.Auto)]
    private ref struct Column(int length)
    {
        private readonly ulong _last = 1UL << (length - 1);
        private ulong _vp = ulong.MaxValue;
        private ulong _vn;
        private ulong _d0;
        private ulong _previous;

        public int Distance { get; private set; } = length;

        public void Next(ulong match)
        {
            var transposed = ((~_d0 & match) << 1) & _previous;
            _d0 = (((match & _vp) + _vp) ^ _vp) | match | _vn | transposed;
            var hp = _vn | ~(_d0 | _vp);
            var hn = _d0 & _vp;
            Distance += (hp & _last) != 0 ? 1 : (hn & _last) != 0 ? -1 : 0;
            hp = (hp << 1) | 1;
            _vp = (hn << 1) | ~(_d0 | hp);
            _vn = hp & _d0;
            _previous = match;
        }
    }
}
