using System.Numerics;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Grades how alike two words are: one slip of the keyboard, sound, overall shape.</summary>
internal static class WordComparer
{
    private const float KnownNameBits = 16;
    private const double UnclearMin = .72;

    /// <summary>Compares two names. Two different names that both are well known are not typing errors of each other.</summary>
    public static TextLikeness Names(WordPool words, int a, int b, bool isGiven)
    {
        if (a == b)
        {
            return TextLikeness.Same;
        }

        if (Numbering.TellsApart(words.Text(a), words.Text(b)))
        {
            return TextLikeness.Different;
        }

        ref readonly var traitsA = ref words.Traits(a);
        ref readonly var traitsB = ref words.Traits(b);
        var likeness = Grade(words.Text(a), words.Text(b), traitsA.Phonetic == traitsB.Phonetic);
        if (likeness < TextLikeness.Similar || traitsA.Phonetic == traitsB.Phonetic)
        {
            return likeness;
        }

        var areKnown = isGiven
            ? traitsA.GivenBits < KnownNameBits && traitsB.GivenBits < KnownNameBits
            : traitsA.FamilyBits < KnownNameBits && traitsB.FamilyBits < KnownNameBits;
        return !areKnown ? likeness : isGiven ? TextLikeness.Different : likeness - 1;
    }

    /// <summary>Grades two unequal texts.</summary>
    public static TextLikeness Grade(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool soundsAlike)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var longer = Math.Max(a.Length, b.Length);
        if (shorter <= 1)
        {
            return TextLikeness.Different;
        }

        if (!soundsAlike && AreClearlyDifferent(a, b, shorter, longer))
        {
            return TextLikeness.Different;
        }

        var distance = longer - shorter <= 4 ? EditDistance.Osa(a, b) : longer;
        if (distance == 0)
        {
            return TextLikeness.Same;
        }

        if ((distance == 1 && shorter >= 4) || (distance == 2 && shorter >= 7) || (distance == 3 && shorter >= 11))
        {
            return TextLikeness.Near;
        }

        var similarity = JaroWinkler.Similarity(a, b);
        if (distance <= 2 && similarity >= .93)
        {
            return TextLikeness.Near;
        }

        var isPrefix = shorter >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
        if (similarity >= .87 || isPrefix || (soundsAlike && similarity >= .7) || (distance <= 2 && shorter >= 5) || (distance == 1 && shorter >= 3))
        {
            return TextLikeness.Similar;
        }

        return similarity >= UnclearMin || soundsAlike ? TextLikeness.Unclear : TextLikeness.Different;
    }

    /// <summary>
    /// A cheap bound from the sets of letters: letters that the other lacks can neither match nor be fewer edits. Never
    /// true for texts that the full comparison would call alike.
    /// </summary>
    private static bool AreClearlyDifferent(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int shorter, int longer)
    {
        const int EditsMax = 3;
        var lettersA = Letters(a);
        var lettersB = Letters(b);
        var onlyA = BitOperations.PopCount(lettersA & ~lettersB);
        var onlyB = BitOperations.PopCount(lettersB & ~lettersA);
        if (Math.Max(onlyA, onlyB) <= EditsMax)
        {
            return false;
        }

        double matches = Math.Max(0, Math.Min(a.Length - onlyA, b.Length - onlyB));
        var jaro = ((matches / shorter) + (matches / longer) + 1) / 3;
        var prefix = Math.Min(4, a.CommonPrefixLength(b));
        return jaro + (prefix * .1 * (1 - jaro)) < UnclearMin;
    }

    /// <summary>The most letters of one text that the other lacks: never more than their distance.</summary>
    public static int LettersMissing(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var lettersA = Letters(a);
        var lettersB = Letters(b);
        return Math.Max(BitOperations.PopCount(lettersA & ~lettersB), BitOperations.PopCount(lettersB & ~lettersA));
    }

    private static uint Letters(ReadOnlySpan<char> text)
    {
        var letters = 0u;
        foreach (var c in text)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }
}
