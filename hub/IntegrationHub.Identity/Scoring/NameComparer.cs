using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares names: the best of all pairs of names, straight and with given and family name swapped.</summary>
internal sealed class NameComparer(WordPool words, MatchModel model)
{
    private readonly float[] _weights = model.Weights;
    private readonly ValueFrequencies _frequencies = model.Frequencies;

    public void Compare(ReadOnlySpan<int> namesA, ReadOnlySpan<int> namesB, ref Evidence evidence)
    {
        var best = default(Pairing);
        for (var restA = namesA; restA.Length > 0; restA = restA[restA[0]..])
        {
            for (var restB = namesB; restB.Length > 0; restB = restB[restB[0]..])
            {
                var pairing = Pair(new NameView(restA), new NameView(restB));
                best = pairing.IsFound && (!best.IsFound || pairing.Bits > best.Bits) ? pairing : best;
            }
        }

        if (!best.IsFound)
        {
            return;
        }

        SetIfAny(Comparison.Given, best.Given, ref evidence);
        SetIfAny(Comparison.Family, best.Family, ref evidence);
        if (best.IsSwapped)
        {
            evidence.Set(Comparison.Swapped, Level.NamesSwapped, 0, 0);
        }
    }

    private static void SetIfAny(Comparison comparison, in Step step, ref Evidence evidence)
    {
        if (step.A != 0)
        {
            evidence.Set(comparison, step);
        }
    }

    private Pairing Pair(in NameView a, in NameView b)
    {
        if (a.IsForeign != b.IsForeign)
        {
            return default;
        }

        var straight = new Pairing(
            Given(a.Given, a.GivenWords, b.Given, b.GivenWords), Family(a.Family, a.FamilyWords, b.Family, b.FamilyWords), false, 0);
        var isGuess = !a.IsStructured || !b.IsStructured;
        if (straight.IsFound && straight.Given.Bits > 0 && straight.Family.Bits > 0)
        {
            return straight;
        }

        var swapped = new Pairing(
            Given(a.Given, a.GivenWords, b.Family, b.FamilyWords),
            Family(a.Family, a.FamilyWords, b.Given, b.GivenWords),
            !isGuess,
            isGuess ? 0 : _weights[(int)Level.NamesSwapped]);
        return swapped.IsFound && swapped.HasAgreement && (!straight.IsFound || swapped.Bits > straight.Bits) ? swapped : straight;
    }

    private Step Given(int joinedA, ReadOnlySpan<int> wordsA, int joinedB, ReadOnlySpan<int> wordsB)
    {
        if (wordsA.IsEmpty || wordsB.IsEmpty)
        {
            return default;
        }

        var a = wordsA[0];
        var b = wordsB[0];
        if (a == b || joinedA == joinedB)
        {
            return words.Shape(a).Length == 1
                ? Plain(Level.GivenInitial, a, b)
                : Rarity(Level.GivenExact, a, b, Level.GivenExact, a);
        }

        var common = CommonWord(wordsA, wordsB);
        if (common != 0)
        {
            return Rarity(Level.GivenOther, a, b, Level.GivenExact, common);
        }

        if (words.Shape(a).Length == 1 || words.Shape(b).Length == 1)
        {
            return Plain(words.Shape(a).First == words.Shape(b).First ? Level.GivenInitial : Level.GivenInitialDifferent, a, b);
        }

        var nicknameA = words.Traits(a).Nickname;
        var nicknameB = words.Traits(b).Nickname;
        if (nicknameA != 0 && nicknameB != 0 && Nicknames.AreRelated(nicknameA, nicknameB))
        {
            return Plain(Level.GivenNickname, a, b);
        }

        var likeness = Likeness(joinedA, a, joinedB, b, isGiven: true);
        return likeness switch
        {
            TextLikeness.Same => Rarity(Level.GivenExact, joinedA, joinedB, Level.GivenExact, joinedA),
            TextLikeness.Near => Near(Level.GivenNear, joinedA, joinedB, Level.GivenExact, a, b),
            TextLikeness.Similar => Plain(Level.GivenSimilar, joinedA, joinedB),
            TextLikeness.Unclear => Plain(Level.GivenUnclear, joinedA, joinedB),
            _ => Plain(Level.GivenDifferent, joinedA, joinedB),
        };
    }

    private Step Family(int joinedA, ReadOnlySpan<int> wordsA, int joinedB, ReadOnlySpan<int> wordsB)
    {
        if (wordsA.IsEmpty || wordsB.IsEmpty)
        {
            return default;
        }

        if (joinedA == joinedB)
        {
            return Rarity(Level.FamilyExact, joinedA, joinedB, Level.FamilyExact, wordsA[0]);
        }

        var common = CommonWord(wordsA, wordsB);
        if (common != 0)
        {
            return Rarity(Level.FamilyPart, joinedA, joinedB, Level.FamilyExact, common);
        }

        if (words.Shape(joinedA).Length == 1 || words.Shape(joinedB).Length == 1)
        {
            return Plain(words.Shape(joinedA).First == words.Shape(joinedB).First ? Level.GivenInitial : Level.FamilyUnclear, joinedA, joinedB);
        }

        var likeness = Likeness(joinedA, wordsA[0], joinedB, wordsB[0], isGiven: false);
        return likeness switch
        {
            TextLikeness.Same => Rarity(Level.FamilyExact, joinedA, joinedB, Level.FamilyExact, joinedA),
            TextLikeness.Near => Near(Level.FamilyNear, joinedA, joinedB, Level.FamilyExact, wordsA[0], wordsB[0]),
            TextLikeness.Similar => Plain(Level.FamilySimilar, joinedA, joinedB),
            TextLikeness.Unclear => Plain(Level.FamilyUnclear, joinedA, joinedB),
            _ => Plain(Level.FamilyDifferent, joinedA, joinedB),
        };
    }

    private TextLikeness Likeness(int joinedA, int firstA, int joinedB, int firstB, bool isGiven)
    {
        var likeness = WordComparer.Names(words, joinedA, joinedB, isGiven);
        if (joinedA == firstA && joinedB == firstB)
        {
            return likeness;
        }

        var first = WordComparer.Names(words, firstA, firstB, isGiven);
        return first > likeness ? first : likeness;
    }

    private static int CommonWord(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length == 1 && b.Length == 1)
        {
            return 0;
        }

        foreach (var word in a)
        {
            if (b.Contains(word))
            {
                return word;
            }
        }

        return 0;
    }

    private Step Plain(Level level, int a, int b) => new(level, _weights[(int)level], a, b);

    private Step Rarity(Level level, int a, int b, Level exact, int word) =>
        new(level, _weights[(int)level] + _frequencies.Adjust(exact, words.Hash(word)), a, b);

    private Step Near(Level level, int a, int b, Level exact, int wordA, int wordB) => new(
        level, _weights[(int)level] + (.5f * Math.Min(_frequencies.Adjust(exact, words.Hash(wordA)), _frequencies.Adjust(exact, words.Hash(wordB)))), a, b);

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Pairing(Step Given, Step Family, bool IsSwapped, float Penalty)
    {
        public bool IsFound => Given.A != 0 || Family.A != 0;

        public bool HasAgreement => Given.Bits > 0 || Family.Bits > 0;

        public float Bits => Given.Bits + Family.Bits + Penalty;
    }
}
