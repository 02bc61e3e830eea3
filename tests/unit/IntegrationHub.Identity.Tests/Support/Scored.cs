using System.Globalization;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Scores two records under <see cref="WeighedModel"/> and writes down the figures.</summary>
internal static class Scored
{
    /// <summary>Writes the score against strangers, against a household and against both, what speaks against, and walls.</summary>
    public static string Of(string line)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var scorer = new PairScorer(words, values, names, WeighedModel.Instance);
        var a = standardiser.Standardise(Lines.Fields(string.Empty, line.Split(" ~ ")[0]));
        var b = standardiser.Standardise(Lines.Fields(string.Empty, line.Split(" ~ ")[1]));
        var (there, back) = (Describe(scorer, a, b), Describe(scorer, b, a));
        return string.Equals(there, back, StringComparison.Ordinal) ? there : $"{there} but {back}";
    }

    private static string Describe(PairScorer scorer, int[] a, int[] b)
    {
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = scorer.Start(steps);
        scorer.Compare(a, b, ref evidence);
        var raised = evidence.Walls;
        var rivals = scorer.Judge(ref evidence);
        var score = scorer.Score(a, b, out var walls);
        Assert.Equal(rivals.Bits, score);
        Assert.Equal(evidence.Walls, walls);
        Assert.True(scorer.Reaches(a, b, score, out var reached, out var wallsReached));
        Assert.Equal((score, walls), (reached, wallsReached));
        Assert.False(scorer.Reaches(a, b, MathF.BitIncrement(score), out _, out _));
        var standing = raised == walls ? string.Empty : $", of them {walls}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rivals.Stranger:0.##} {rivals.Household:0.##} {score:0.##} against {scorer.Against(a, b):0.##}{(raised == Walls.None ? string.Empty : $" walls {raised}{standing}")}");
    }
}
