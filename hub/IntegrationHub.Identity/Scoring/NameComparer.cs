using System.Runtime.CompilerServices;
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
        if (namesA.IsEmpty || namesB.IsEmpty)
        {
            return;
        }

        if (namesA[0] == namesA.Length && namesB[0] == namesB.Length)
        {
            Pair(new NameView(namesA), new NameView(namesB), out var pairing);
            pairing.WriteTo(ref evidence);
        }
        else
        {
            BestPair(namesA, namesB, ref evidence);
        }
    }

    [SkipLocalsInit]
    private void BestPair(ReadOnlySpan<int> namesA, ReadOnlySpan<int> namesB, ref Evidence evidence)
    {
        // Two places in turn, so that the better one stays where it is.
        Span<NamePairing> pairings = stackalloc NamePairing[2];
        var best = -1;
        for (var restA = namesA; restA.Length > 0; restA = restA[restA[0]..])
        {
            for (var restB = namesB; restB.Length > 0; restB = restB[restB[0]..])
            {
                var place = best == 0 ? 1 : 0;
                Pair(new NameView(restA), new NameView(restB), out pairings[place]);
                best = pairings[place].IsFound && (best < 0 || pairings[place].Bits > pairings[best].Bits) ? place : best;
            }
        }

        if (best >= 0)
        {
            pairings[best].WriteTo(ref evidence);
        }
    }

    private void Pair(in NameView a, in NameView b, out NamePairing pairing)
    {
        pairing.IsSwapped = false;
        pairing.Penalty = 0;
        if (a.IsForeign != b.IsForeign)
        {
            pairing.Given = pairing.Family = default;
            return;
        }

        Given(a.Given, a.GivenWords, b.Given, b.GivenWords, out pairing.Given);
        Family(a.Family, a.FamilyWords, b.Family, b.FamilyWords, out pairing.Family);
        if (pairing.IsFound && pairing.Given.Bits > 0 && pairing.Family.Bits > 0)
        {
            return;
        }

        Given(a.Given, a.GivenWords, b.Family, b.FamilyWords, out var given);
        Family(a.Family, a.FamilyWords, b.Given, b.GivenWords, out var family);
        if (given.Bits > 0 || family.Bits > 0)
        {
            var isGuess = !a.IsStructured || !b.IsStructured;
            var penalty = isGuess ? 0 : _weights[(int)Level.NamesSwapped];
            if (!pairing.IsFound || given.Bits + family.Bits + penalty > pairing.Bits)
            {
                pairing = new NamePairing { Given = given, Family = family, IsSwapped = !isGuess, Penalty = penalty };
            }
        }
    }

    private void Given(int joinedA, ReadOnlySpan<int> wordsA, int joinedB, ReadOnlySpan<int> wordsB, out Step step)
    {
        if (wordsA.IsEmpty || wordsB.IsEmpty)
        {
            step = default;
            return;
        }

        var a = wordsA[0];
        var b = wordsB[0];
        if (a == b || joinedA == joinedB)
        {
            step = words.Shape(a).Length == 1
                ? Plain(Level.GivenInitial, a, b)
                : Rarity(Level.GivenExact, a, b, Level.GivenExact, a);
            return;
        }

        var common = CommonWord(wordsA, wordsB);
        if (common != 0)
        {
            step = Rarity(Level.GivenOther, a, b, Level.GivenExact, common);
            return;
        }

        if (words.Shape(a).Length == 1 || words.Shape(b).Length == 1)
        {
            step = Plain(words.Shape(a).First == words.Shape(b).First ? Level.GivenInitial : Level.GivenInitialDifferent, a, b);
            return;
        }

        var nicknameA = words.Traits(a).Nickname;
        var nicknameB = words.Traits(b).Nickname;
        if (nicknameA != 0 && nicknameB != 0 && Nicknames.AreRelated(nicknameA, nicknameB))
        {
            step = Plain(Level.GivenNickname, a, b);
            return;
        }

        step = Likeness(joinedA, a, joinedB, b, isGiven: true) switch
        {
            TextLikeness.Same => Rarity(Level.GivenExact, joinedA, joinedB, Level.GivenExact, joinedA),
            TextLikeness.Near => Near(Level.GivenNear, joinedA, joinedB, Level.GivenExact, a, b),
            TextLikeness.Similar => Plain(Level.GivenSimilar, joinedA, joinedB),
            TextLikeness.Unclear => Plain(Level.GivenUnclear, joinedA, joinedB),
            _ => Plain(WordComparer.AreKnownGivenNames(words, a, b) ? Level.GivenOtherName : Level.GivenDifferent, joinedA, joinedB),
        };
    }

    private void Family(int joinedA, ReadOnlySpan<int> wordsA, int joinedB, ReadOnlySpan<int> wordsB, out Step step)
    {
        if (wordsA.IsEmpty || wordsB.IsEmpty)
        {
            step = default;
            return;
        }

        if (joinedA == joinedB)
        {
            step = Rarity(Level.FamilyExact, joinedA, joinedB, Level.FamilyExact, wordsA[0]);
            return;
        }

        var common = CommonWord(wordsA, wordsB);
        if (common != 0)
        {
            step = Rarity(Level.FamilyPart, joinedA, joinedB, Level.FamilyExact, common);
            return;
        }

        if (words.Shape(joinedA).Length == 1 || words.Shape(joinedB).Length == 1)
        {
            step = Plain(words.Shape(joinedA).First == words.Shape(joinedB).First ? Level.GivenInitial : Level.FamilyUnclear, joinedA, joinedB);
            return;
        }

        step = Likeness(joinedA, wordsA[0], joinedB, wordsB[0], isGiven: false) switch
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
        if ((joinedA == firstA && joinedB == firstB) || (firstA == firstB && words.Shape(firstA).Length == 1))
        {
            // Nothing else to compare, or an initial in common, which is no name in common.
            return likeness;
        }

        var first = WordComparer.Names(words, firstA, firstB, isGiven);
        return first > likeness ? first : likeness;
    }

    private int CommonWord(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length == 1 && b.Length == 1)
        {
            return 0;
        }

        foreach (var word in a)
        {
            if (words.Shape(word).Length > 1 && b.Contains(word))
            {
                return word;
            }
        }

        return 0;
    }

    private Step Plain(Level level, int a, int b) => new(level, _weights[(int)level], a, b);

    private Step Rarity(Level level, int a, int b, Level exact, int word) =>
        new(level, _weights[(int)level] + _frequencies.Adjust(exact, words, word), a, b);

    private Step Near(Level level, int a, int b, Level exact, int wordA, int wordB) => new(
        level, _weights[(int)level] + (.5f * Math.Min(_frequencies.Adjust(exact, words, wordA), _frequencies.Adjust(exact, words, wordB))), a, b);
}
