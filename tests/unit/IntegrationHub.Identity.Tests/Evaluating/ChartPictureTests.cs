using System.Reflection;
using IntegrationHub.Identity.Evaluating;

namespace IntegrationHub.Identity.Tests.Evaluating;

/// <summary>The chart as it was looked at and approved; after a change on purpose, look at it and copy what is drawn.</summary>
public sealed class ChartPictureTests
{
    [Fact]
    public void The_chart_looks_as_it_was_approved()
    {
        var root = typeof(ChartPictureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;
        var approved = Path.Combine(root, "tests", "unit", "IntegrationHub.Identity.Tests", "Evaluating", "chart.approved.svg");
        var curve = new CandidateCurve(truePairs: 20);
        for (var i = 0; i < 40; i++)
        {
            curve.Add(new CandidatePair(i, i + 100, (i * 0.75f) - 12, PairStanding.ByScore), isTrue: i > 24 || i % 9 == 4);
        }

        var drawn = CurveChart.Draw(curve, .75);

        Assert.True(File.ReadAllText(approved).ReplaceLineEndings("\n") == drawn, $"Expected {approved}, but drawn is:\n{drawn}");
    }

    [Fact]
    public void Figures_below_nine_tenths_lower_the_axis_and_none_stands_above_it()
    {
        var perfect = new CandidateCurve(truePairs: 1);
        perfect.Add(new CandidatePair(1, 2, 30, PairStanding.ByScore), isTrue: true);

        Assert.Contains(">0.90</text>", CurveChart.Draw(perfect, .5), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => CurveChart.Draw(null!, .5));
        Assert.Throws<ArgumentOutOfRangeException>(() => perfect.At(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => perfect.At(1));
        Assert.Equal([.01, .05, .1, .25, .5, .75, .9, .95, .99, .999], perfect.Table().Select(line => line.Probability));
    }
}
