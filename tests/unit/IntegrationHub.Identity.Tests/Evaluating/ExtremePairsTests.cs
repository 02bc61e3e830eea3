using IntegrationHub.Identity.Evaluating;

namespace IntegrationHub.Identity.Tests.Evaluating;

public sealed class ExtremePairsTests
{
    [Theory]
    [InlineData(true, "1-9 1-2 1-3")]
    [InlineData(false, "1-7 1-6 1-2")]
    public void The_extreme_ones_stay_ties_by_number_whatever_the_order(bool isHighest, string expected)
    {
        CandidatePair[] pairs = [Pair(2, 4), Pair(3, 4), Pair(4, 4), Pair(6, 1), Pair(7, 0), Pair(9, 8)];

        Assert.Equal(expected, Kept(pairs, isHighest));
        Assert.Equal(expected, Kept(pairs.Reverse(), isHighest));
    }

    [Fact]
    public void Of_equal_scores_the_smaller_first_number_stays()
    {
        var kept = new ExtremePairs(2, isHighest: true);
        foreach (var (a, b) in new[] { (5L, 6L), (2, 9), (4, 5), (2, 3) })
        {
            kept.Add(new CandidatePair(a, b, 1, PairStanding.ByScore));
        }

        Assert.Equal([(2, 3), (2, 9)], kept.ToList().Select(p => (p.RecordA, p.RecordB)));
    }

    private static string Kept(IEnumerable<CandidatePair> pairs, bool isHighest)
    {
        var kept = new ExtremePairs(3, isHighest);
        foreach (var pair in pairs)
        {
            kept.Add(pair);
        }

        return string.Join(' ', kept.ToList().Select(p => $"{p.RecordA}-{p.RecordB}"));
    }

    private static CandidatePair Pair(long other, float bits) => new(1, other, bits, PairStanding.ByScore);
}
