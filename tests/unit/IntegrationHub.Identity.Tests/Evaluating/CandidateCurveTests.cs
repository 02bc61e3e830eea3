using IntegrationHub.Identity.Evaluating;

namespace IntegrationHub.Identity.Tests.Evaluating;

/// <summary>Figures against ones computed by hand.</summary>
public sealed class CandidateCurveTests
{
    [Fact]
    public void A_threshold_links_what_reaches_it_and_counts_against_all_pairs_of_the_truth()
    {
        var curve = new CandidateCurve(truePairs: 8);
        Add(curve, 3, isTrue: true);
        Add(curve, 0, isTrue: true);
        Add(curve, 0, isTrue: false);
        Add(curve, -5, isTrue: true);

        var figures = curve.At(.5);

        Assert.Equal((3, 2), (figures.Pairs, figures.TruePairs));
        Assert.Equal(2 / 3d, figures.Figures.Precision, 12);
        Assert.Equal(2 / 8d, figures.Figures.Recall, 12);
        Assert.Equal(3 / 8d, curve.BlockingRecall, 12);
    }

    [Fact]
    public void Nothing_links_a_forbidden_pair_and_everything_links_a_decided_one()
    {
        var curve = new CandidateCurve(truePairs: 2);
        Add(curve, 20, isTrue: true, PairStanding.Never);
        Add(curve, -20, isTrue: true, PairStanding.Always);

        Assert.Equal(1, curve.BlockingRecall);
        Assert.All(curve.Table(), line => Assert.Equal(1, line.Pairs));
    }

    [Fact]
    public void A_pair_that_comes_after_a_look_counts_in_the_next()
    {
        var curve = new CandidateCurve(truePairs: 2);
        Add(curve, 5, isTrue: true);
        Assert.Equal(1, curve.At(.5).Pairs);

        Add(curve, -5, isTrue: true);

        Assert.Equal(1, curve.At(.5).Pairs);
        Assert.Equal(2, curve.At(.01).Pairs);
    }

    [Fact]
    public void Without_pairs_nothing_is_wrong()
    {
        Assert.Equal(1, new CandidateCurve(0).At(.5).Figures.F1);
        Assert.Equal(1, new CandidateCurve(0).BlockingRecall);
    }

    [Fact]
    public void Pairs_may_come_in_any_order()
    {
        var curve = new CandidateCurve(truePairs: 3);
        foreach (var bits in new[] { 3f, -5, 2, -1, 5, 1 })
        {
            Add(curve, bits, isTrue: false);
            Add(curve, -bits, isTrue: true);
        }

        Assert.Equal((6, 2), (curve.At(.5).Pairs, curve.At(.5).TruePairs));
        Assert.Equal(2 / 6d, curve.At(.5).Figures.Precision, 12);
        Assert.Equal((2, 1), (curve.At(.9).Pairs, curve.At(.9).TruePairs));
    }

    private static void Add(CandidateCurve curve, float bits, bool isTrue, PairStanding standing = PairStanding.ByScore) =>
        curve.Add(new CandidatePair(1, 2, bits, standing), isTrue);
}
