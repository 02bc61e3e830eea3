using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>The fast string measures against slow ones written from their definitions.</summary>
public sealed class TextDistanceTests
{
    [Fact]
    public void Osa_equals_the_matrix_on_short_texts() => Check(14, EqualsMatrix);

    [Fact]
    public void Osa_equals_the_matrix_beyond_64_characters() => Check(150, EqualsMatrix);

    [Fact]
    public void Jaro_winkler_equals_its_definition_and_is_symmetric() => Check(14, EqualsDefinition);

    [Fact]
    public void Jaro_winkler_equals_its_definition_up_to_64_characters() => Check(64, EqualsDefinition);

    [Theory]
    [InlineData(14)]
    [InlineData(70)]
    public void Shapes_never_promise_more_than_the_texts_keep(int lengthMax) => Check(lengthMax, (a, b) =>
    {
        var (shapeA, shapeB) = (new TextShape(a), new TextShape(b));
        return TextShape.EditsMin(shapeA, shapeB) <= NaiveOsa(a, b)
            && (a.Length == 0 || b.Length == 0 || JaroWinkler.CanReach(new JaroBound(JaroWinkler.Similarity(a, b)), shapeA, shapeB, TextShape.CommonMax(shapeA, shapeB)));
    });

    [Theory]
    [InlineData("anna", "bertram", 6)]
    [InlineData("5550123", "5559876", 4)]
    [InlineData("smith", "smyth", 1)]
    public void Shapes_tell_most_strangers_apart_unseen(string a, string b, int edits) =>
        Assert.Equal(edits, TextShape.EditsMin(new TextShape(a), new TextShape(b)));

    [Theory]
    [InlineData("martha", "marhta", .9611)]
    [InlineData("dwayne", "duane", .84)]
    [InlineData("dixon", "dicksonx", .8133)]
    public void Jaro_winkler_gives_the_published_figures(string a, string b, double expected) =>
        Assert.Equal(expected, JaroWinkler.Similarity(a, b), 4);

    private static bool EqualsMatrix(string a, string b)
    {
        var distance = NaiveOsa(a, b);
        return EditDistance.Osa(a, b) == distance && EditDistance.Osa(b, a) == distance;
    }

    private static bool EqualsDefinition(string a, string b)
    {
        var fast = JaroWinkler.Similarity(a, b);
        return Math.Abs(fast - NaiveJaroWinkler(a, b)) < 1e-12 && fast == JaroWinkler.Similarity(b, a);
    }

    /// <summary>Few letters, so that much is in common; some of other scripts that share their low bits with them, and half a surrogate pair.</summary>
    private static void Check(int lengthMax, Func<string, string, bool> holds)
    {
        var text = Gen.Elements('a', 'b', 'c', 'd', 'q', '1', '\0', 'я', '\u0561', '\u05E1', '\uD83D').ArrayOf().Select(c => new string(c[..Math.Min(c.Length, lengthMax)]));
        var pairs = Gen.Zip(text, text).Resize(lengthMax);
        Prop.ForAll(pairs.ToArbitrary(), pair => holds(pair.Item1, pair.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(1, 3));
    }

    private static int NaiveOsa(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    private static double NaiveJaroWinkler(string a, string b)
    {
        (a, b) = a.Length > b.Length ? (b, a) : (a, b);
        if (b.Length == 0)
        {
            return 1;
        }

        var window = Math.Max(0, (b.Length / 2) - 1);
        var taken = new bool[b.Length];
        var matchedA = new List<char>();
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(b.Length - 1, i + window); j++)
            {
                if (!taken[j] && a[i] == b[j])
                {
                    taken[j] = true;
                    matchedA.Add(a[i]);
                    break;
                }
            }
        }

        var matchedB = b.Where((_, j) => taken[j]).ToList();
        if (matchedB.Count == 0)
        {
            return 0;
        }

        double m = matchedB.Count;
        var transpositions = matchedA.Where((c, i) => c != matchedB[i]).Count() / 2;
        var jaro = ((m / a.Length) + (m / b.Length) + ((m - transpositions) / m)) / 3;
        var prefix = a.Zip(b).Take(4).TakeWhile(p => p.First == p.Second).Count();
        return jaro + (prefix * .1 * (1 - jaro));
    }
}
