using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Numbers in names and addresses of mail are given out to tell people apart: user12 is not a slip for user13.</summary>
internal static class Numbering
{
    /// <summary>Says the same of two texts of a pool, mostly without looking at them.</summary>
    internal static bool TellsApart(TextPool pool, int a, int b) =>
        pool.Shape(a).HasDigits && pool.Shape(b).HasDigits && TellsApart(pool.Text(a), pool.Text(b));

    /// <summary>Says whether both texts hold digits, and not the same ones in the same order.</summary>
    internal static bool TellsApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (i, j, differs) = (NextDigit(a, 0), NextDigit(b, 0), false);
        if (i == a.Length || j == b.Length)
        {
            return false;
        }

        while (i < a.Length && j < b.Length)
        {
            differs |= a[i] != b[j];
            i = NextDigit(a, i + 1);
            j = NextDigit(b, j + 1);
        }

        return differs || i < a.Length || j < b.Length;
    }

    private static int NextDigit(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && !char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
