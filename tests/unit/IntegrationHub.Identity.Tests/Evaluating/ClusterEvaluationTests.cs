namespace IntegrationHub.Identity.Tests.Evaluating;

/// <summary>Figures against ones computed by hand.</summary>
public sealed class ClusterEvaluationTests
{
    [Fact]
    public void Figures_equal_those_computed_by_hand()
    {
        // Truth {1 2 3} {4 5} {6}; clusters {1 2} {3 4 5} {6}: 2 of 4 predicted pairs are true, 2 of 4 true pairs found.
        var result = ClusterEvaluation.Evaluate([("a", 1), ("a", 1), ("a", 2), ("b", 2), ("b", 2), ("c", 3)]);

        Assert.Equal((6, 4, 4, 2), (result.Records, result.TruePairs, result.PredictedPairs, result.SharedPairs));
        Assert.Equal(.5, result.Pairwise.Precision, 12);
        Assert.Equal(.5, result.Pairwise.Recall, 12);
        Assert.Equal((1 + 1 + (1 / 3d) + (2 / 3d) + (2 / 3d) + 1) / 6, result.BCubed.Precision, 12);
        Assert.Equal(((2 / 3d) + (2 / 3d) + (1 / 3d) + 1 + 1 + 1) / 6, result.BCubed.Recall, 12);
    }

    [Fact]
    public void Without_pairs_nothing_is_wrong()
    {
        var result = ClusterEvaluation.Evaluate([("a", 1), ("b", 2)]);

        Assert.Equal(1, result.Pairwise.F1);
        Assert.Equal(1, result.BCubed.F1);
    }

    [Fact]
    public void Nothing_joined_that_should_be_scores_zero() =>
        Assert.Equal((0d, 0d, 0d), ClusterEvaluation.Evaluate([("a", 1), ("a", 2)]).Pairwise is var f ? (f.Precision, f.Recall, f.F1) : default);

    [Fact]
    public void Of_no_records_nothing_is_wrong_and_F1_is_the_harmonic_mean()
    {
        Assert.Equal((0, 1d, 1d), ClusterEvaluation.Evaluate<string, int>([]) is var r ? (r.Records, r.BCubed.F1, r.Pairwise.F1) : default);
        Assert.Equal(1 / 3d, new EvaluationFigures(.5, .25).F1, 12);
        Assert.Throws<ArgumentNullException>(() => ClusterEvaluation.Evaluate<string, int>(null!));
    }
}
