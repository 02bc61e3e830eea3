using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Grades how alike two words are: one slip of the keyboard, sound, overall shape.</summary>
internal static class WordComparer
{
    private const float KnownNameBits = 16;
    private const double NearMin = .93;
    private const double SimilarMin = .87;
    private const double UnclearMin = .72;
    private const double SoundMin = .7;

    private static readonly JaroBound UnclearBound = new(UnclearMin);
    private static readonly JaroBound SoundBound = new(SoundMin);

    /// <summary>Compares two names. Two different names that both are well known are not typing errors of each other.</summary>
    public static TextLikeness Names(WordPool words, int a, int b, bool isGiven)
    {
        if (Numbering.TellsApart(words, a, b))
        {
            return TextLikeness.Different;
        }

        var soundsAlike = words.Traits(a).Phonetic == words.Traits(b).Phonetic;
        var likeness = Grade(words, a, b, soundsAlike);
        if (likeness == TextLikeness.Different || soundsAlike || (!isGiven && likeness < TextLikeness.Similar))
        {
            return likeness;
        }

        return isGiven
            ? AreKnownGivenNames(words, a, b) ? TextLikeness.Different : likeness
            : words.Traits(a).FamilyBits < KnownNameBits && words.Traits(b).FamilyBits < KnownNameBits ? likeness - 1 : likeness;
    }

    /// <summary>Says whether both are well-known given names.</summary>
    public static bool AreKnownGivenNames(WordPool words, int a, int b) =>
        words.Traits(a).GivenBits < KnownNameBits && words.Traits(b).GivenBits < KnownNameBits;

    /// <summary>
    /// Grades two texts. <see cref="TextLikeness.Near"/>: a slip or few for their length. <see cref="TextLikeness.Similar"/>:
    /// one starts with the other, they sound alike and look it, or they look very alike. <see cref="TextLikeness.Unclear"/>:
    /// they look or sound somewhat alike. Else <see cref="TextLikeness.Different"/>, which a single letter always is.
    /// </summary>
    /// <param name="pool">Where the texts are.</param>
    /// <param name="a">One text.</param>
    /// <param name="b">The other.</param>
    /// <param name="soundsAlike">Whether they are known to sound alike.</param>
    public static TextLikeness Grade(TextPool pool, int a, int b, bool soundsAlike)
    {
        if (a == b)
        {
            return TextLikeness.Same;
        }

        // Most pairs end here: neither the distance nor the similarity can reach anything, whatever the order of the letters.
        ref readonly var shapeA = ref pool.Shape(a);
        ref readonly var shapeB = ref pool.Shape(b);
        var shorter = Math.Min(shapeA.Length, shapeB.Length);
        if (shorter <= 1)
        {
            return TextLikeness.Different;
        }

        var common = TextShape.CommonMax(shapeA, shapeB);
        var canBeNear = Math.Max(shapeA.Length, shapeB.Length) - common <= SlipsMax(shorter);
        var canLookAlike = JaroWinkler.CanReach(soundsAlike ? SoundBound : UnclearBound, shapeA, shapeB, common);
        return canBeNear || canLookAlike ? GradeTexts(pool.Text(a), pool.Text(b), soundsAlike, canBeNear, canLookAlike)
            : soundsAlike ? TextLikeness.Unclear
            : TextLikeness.Different;
    }

    private static TextLikeness GradeTexts(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool soundsAlike, bool canBeNear, bool canLookAlike)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var distance = canBeNear ? EditDistance.Osa(a, b) : int.MaxValue;
        if ((distance == 1 && shorter >= 4) || (distance == 2 && shorter >= 7) || (distance == 3 && shorter >= 11))
        {
            return TextLikeness.Near;
        }

        var similarity = canLookAlike ? JaroWinkler.Similarity(a, b) : 0;
        if (distance <= 2 && similarity >= NearMin)
        {
            return TextLikeness.Near;
        }

        var isPrefix = shorter >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
        if ((similarity >= SimilarMin && IsFewSlips(a, b, distance)) || isPrefix || (soundsAlike && similarity >= SoundMin) || (distance <= 2 && shorter >= 5) || (distance == 1 && shorter >= 3))
        {
            return TextLikeness.Similar;
        }

        return similarity >= UnclearMin || soundsAlike ? TextLikeness.Unclear : TextLikeness.Different;
    }

    // A common beginning alone makes texts look alike: beyond it they must not differ in more than a third of the longer one.
    private static bool IsFewSlips(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int distance) =>
        (distance < int.MaxValue ? distance : EditDistance.Osa(a, b)) * 3 <= Math.Max(a.Length, b.Length);

    /// <summary>The most slips that count for anything at a length.</summary>
    private static int SlipsMax(int shorter) => shorter >= 11 ? 3 : 2;
}
