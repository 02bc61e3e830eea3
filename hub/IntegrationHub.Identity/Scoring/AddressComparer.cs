using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares addresses, in parts or in one piece: the best of all pairs, part by part.</summary>
internal sealed class AddressComparer(WordPool words, MatchModel model)
{
    private readonly float[] _weights = model.Weights;
    private readonly float[] _householdWeights = model.HouseholdWeights;
    private readonly ValueFrequencies _frequencies = model.Frequencies;

    public void Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return;
        }

        if (a[0] == a.Length && b[0] == b.Length)
        {
            Pair(new AddressView(a), new AddressView(b), ref evidence);
        }
        else
        {
            BestPair(a, b, ref evidence);
        }
    }

    private void BestPair(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        Span<Step> steps = stackalloc Step[Evidence.FixedCount];
        var bestA = a;
        var bestB = b;
        var bestSum = float.NegativeInfinity;
        for (var restA = a; restA.Length > 0; restA = restA[restA[0]..])
        {
            for (var restB = b; restB.Length > 0; restB = restB[restB[0]..])
            {
                var pair = new Evidence(steps, _weights, _householdWeights);
                Pair(new AddressView(restA), new AddressView(restB), ref pair);
                if (!pair.IsEmpty && pair.Total > bestSum)
                {
                    bestA = restA;
                    bestB = restB;
                    bestSum = pair.Total;
                }
            }
        }

        Pair(new AddressView(bestA), new AddressView(bestB), ref evidence);
    }

    private void Pair(in AddressView a, in AddressView b, ref Evidence evidence)
    {
        var street = Street(a, b);
        if (street != LevelTable.Nothing)
        {
            Set(Comparison.Street, street, Level.StreetExact, a.Street, b.Street, ref evidence);
        }

        if (a.House != 0 && b.House != 0 && street != Level.StreetDifferent)
        {
            evidence.Set(Comparison.House, House(a.House, b.House), a.House, b.House);
        }

        if (a.PostalCode != 0 && b.PostalCode != 0)
        {
            Set(Comparison.Postal, Postal(a.PostalCode, b.PostalCode), Level.PostalExact, a.PostalCode, b.PostalCode, ref evidence);
        }

        Locality(a, b, ref evidence);
        if (a.Region != 0 && b.Region != 0 && words.Shape(a.Region).Length == words.Shape(b.Region).Length)
        {
            evidence.Set(Comparison.Region, a.Region == b.Region ? Level.RegionExact : Level.RegionDifferent, a.Region, b.Region);
        }
    }

    /// <summary>Sets a step; to live in the capital says less than to live in a village.</summary>
    private void Set(Comparison comparison, Level level, Level exact, int a, int b, ref Evidence evidence)
    {
        var bits = _weights[(int)level];
        if (level == exact)
        {
            var adjustment = _frequencies.Adjust(exact, words, a);
            bits += a == b ? adjustment : Math.Min(adjustment, _frequencies.Adjust(exact, words, b));
        }

        evidence.Set(comparison, level, bits, a, b);
    }

    private Level Street(in AddressView a, in AddressView b)
    {
        if (a.Street == b.Street && a.Street != 0)
        {
            return Level.StreetExact;
        }

        var hasA = a.Street != 0 || a.SecondLine != 0;
        var hasB = b.Street != 0 || b.SecondLine != 0;
        if (!hasA || !hasB)
        {
            return LevelTable.Nothing;
        }

        var likeness = Lines(a.Street, b.Street);
        likeness = Better(likeness, Lines(a.SecondLine, b.SecondLine));
        likeness = Better(likeness, Lines(a.Street, b.SecondLine));
        likeness = Better(likeness, Lines(a.SecondLine, b.Street));
        if (likeness is TextLikeness.Same)
        {
            return Level.StreetExact;
        }

        if (likeness is TextLikeness.Near)
        {
            return Level.StreetNear;
        }

        var share = WordShare(a.Words, b.Words, out var found);
        if (share >= 1 && found >= 2)
        {
            return Level.StreetNear;
        }

        if (share >= .5 || likeness is TextLikeness.Similar)
        {
            return Level.StreetWords;
        }

        return a.Street != 0 && b.Street != 0 ? Level.StreetDifferent : LevelTable.Nothing;
    }

    private static TextLikeness Better(TextLikeness best, TextLikeness other) => other >= TextLikeness.Near && other > best ? other : best;

    private TextLikeness Lines(int a, int b) =>
        a == 0 || b == 0 ? TextLikeness.Different : WordComparer.Grade(words, a, b, soundsAlike: false);

    /// <summary>The share of the words of the side with fewer words that the other side has too.</summary>
    private double WordShare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int found)
    {
        var shorter = a.Length <= b.Length ? a : b;
        var longer = a.Length <= b.Length ? b : a;
        found = 0;
        foreach (var word in shorter)
        {
            found += IsAmong(word, longer) ? 1 : 0;
        }

        return shorter.Length == 0 ? 0 : (double)found / shorter.Length;
    }

    private bool IsAmong(int word, ReadOnlySpan<int> others)
    {
        if (others.Contains(word))
        {
            return true;
        }

        ref readonly var shape = ref words.Shape(word);
        foreach (var other in others)
        {
            if (shape.Length >= 4 && TextShape.EditsMin(shape, words.Shape(other)) <= 1 && EditDistance.Osa(words.Text(word), words.Text(other)) <= 1)
            {
                return true;
            }
        }

        return false;
    }

    private Level House(int a, int b)
    {
        if (a == b)
        {
            return Level.HouseExact;
        }

        var digitsA = WithoutLetters(words.Text(a));
        var digitsB = WithoutLetters(words.Text(b));
        return Math.Abs(digitsA.Length - digitsB.Length) <= 1 && EditDistance.Osa(digitsA, digitsB) <= 1 ? Level.HouseNear : Level.HouseDifferent;
    }

    private static ReadOnlySpan<char> WithoutLetters(ReadOnlySpan<char> house)
    {
        var length = house.Length;
        while (length > 0 && char.IsAsciiLetterLower(house[length - 1]))
        {
            length--;
        }

        return house[..length];
    }

    private Level Postal(int a, int b)
    {
        const int PlainLength = 5;
        if (a == b)
        {
            return Level.PostalExact;
        }

        ref readonly var shapeA = ref words.Shape(a);
        ref readonly var shapeB = ref words.Shape(b);
        var isOnePlain = (shapeA.Length == PlainLength && shapeB.Length > PlainLength) || (shapeB.Length == PlainLength && shapeA.Length > PlainLength);
        if (isOnePlain && words.Text(a)[..PlainLength].SequenceEqual(words.Text(b)[..PlainLength]))
        {
            return Level.PostalExact;
        }

        return TextShape.EditsMin(shapeA, shapeB) <= 1 && EditDistance.Osa(words.Text(a), words.Text(b)) == 1 ? Level.PostalNear : Level.PostalDifferent;
    }

    private void Locality(in AddressView a, in AddressView b, ref Evidence evidence)
    {
        if (a.Locality != 0 && b.Locality != 0)
        {
            var likeness = WordComparer.Grade(words, a.Locality, b.Locality, soundsAlike: false);
            Set(
                Comparison.Locality,
                likeness switch
                {
                    TextLikeness.Same => Level.LocalityExact,
                    TextLikeness.Near or TextLikeness.Similar => Level.LocalityNear,
                    _ => Level.LocalityDifferent,
                },
                Level.LocalityExact,
                a.Locality,
                b.Locality,
                ref evidence);
        }
        else
        {
            // One of the two is missing, or both are.
            var locality = Math.Max(a.Locality, b.Locality);
            if (locality != 0 && Contains(a.Locality != 0 ? b.Words : a.Words, locality))
            {
                evidence.Set(Comparison.Locality, Level.LocalityContained, locality, locality);
            }
        }
    }

    /// <summary>Says whether neighbouring words make up a locality.</summary>
    private bool Contains(ReadOnlySpan<int> list, int locality)
    {
        var text = words.Text(locality);
        for (var start = 0; start < list.Length; start++)
        {
            var rest = text;
            for (var i = start; i < list.Length && rest.StartsWith(words.Text(list[i]), StringComparison.Ordinal); i++)
            {
                rest = rest[words.Text(list[i]).Length..];
                if (rest.IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
