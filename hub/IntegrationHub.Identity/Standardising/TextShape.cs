using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>
/// What is known of a text before its characters are looked at: how long it is, how it starts, and how often characters
/// of each of sixteen classes are in it. Enough to reject most pairs of unequal texts by a few integer operations.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TextShape
{
    private const int ClassBits = 4;
    private const ulong CountMax = 15;
    private const ulong LowCounts = 0x0F0F0F0F0F0F0F0F;
    private const ulong Guards = 0x8080808080808080;
    private const ulong Ones = 0x0101010101010101;

    private readonly ulong _counts;
    private readonly ushort _length;

    public TextShape(ReadOnlySpan<char> text)
    {
        _length = checked((ushort)text.Length);
        First = text.IsEmpty ? '\0' : text[0];
        foreach (var c in text)
        {
            HasDigits |= char.IsAsciiDigit(c);
            var shift = ClassOf(c) * ClassBits;
            _counts += ((_counts >> shift) & CountMax) < CountMax ? 1UL << shift : 0;
        }
    }

    public int Length => _length;

    public char First { get; }

    public bool HasDigits { get; }

    // Frequent letters have a class of their own; the others, the digits and other scripts share one each.
    private static ReadOnlySpan<byte> LetterClasses =>
        [1, 14, 12, 10, 0, 13, 15, 9, 4, 9, 15, 6, 11, 2, 5, 11, 6, 3, 7, 8, 13, 10, 14, 7, 12, 8];

    /// <summary>
    /// Counts how many characters two texts can have in common at most, in whatever order. The longer text's length less
    /// this is never more than their edit distance.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CommonMax(in TextShape a, in TextShape b)
    {
        // Counts as bytes, each with a guard bit above, which a negative difference uses up: no borrowing from neighbours.
        var even = ((a._counts & LowCounts) | Guards) - (b._counts & LowCounts);
        var odd = (((a._counts >> ClassBits) & LowCounts) | Guards) - ((b._counts >> ClassBits) & LowCounts);
        var missing = ((Positive(even) + Positive(odd)) * Ones) >> 56;
        return a.Length - (int)missing;
    }

    /// <summary>Gives the edits that turning one text into the other takes at least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EditsMin(in TextShape a, in TextShape b) => Math.Max(a.Length, b.Length) - CommonMax(a, b);

    private static ulong Positive(ulong differences)
    {
        var kept = differences & Guards;
        return differences & (kept - (kept >> 7));
    }

    private static int ClassOf(char c) => c is >= 'a' and <= 'z' ? LetterClasses[c - 'a'] : c & (int)CountMax;
}
