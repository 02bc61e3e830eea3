using System.Xml.Linq;
using IntegrationHub.Identity.Evaluating;

namespace IntegrationHub.Identity.Tests.Evaluating;

public sealed class CurveChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_chart_is_one_well_formed_picture_that_says_what_it_shows()
    {
        var root = XDocument.Parse(CurveChart.Draw(Curve(), .5)).Root!;

        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal(
            root.Attribute("aria-labelledby")!.Value,
            $"{root.Element(Svg + "title")!.Attribute("id")!.Value} {root.Element(Svg + "desc")!.Attribute("id")!.Value}");
        Assert.Contains("precision 0.6667 and recall 0.5000", root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(["precision", "recall"], root.Descendants(Svg + "text").Select(t => t.Value).Where(t => t is "precision" or "recall"));
    }

    [Fact]
    public void Both_curves_stay_within_the_frame_and_recall_only_falls()
    {
        var curves = XDocument.Parse(CurveChart.Draw(Curve(), .5)).Descendants(Svg + "polyline")
            .Select(p => p.Attribute("points")!.Value.Split(' ').Select(Point).ToList()).ToList();

        Assert.Equal(2, curves.Count);
        Assert.All(curves.SelectMany(c => c), p => Assert.True(p.X is >= 64 and <= 736 && p.Y is >= 72 and <= 376));
        Assert.Equal(curves[1].Select(p => p.Y).Order(), curves[1].Select(p => p.Y));
        Assert.True(curves[1][^1].Y > curves[1][0].Y);
    }

    private static (double X, double Y) Point(string text) => text.Split(',') is [var x, var y]
        ? (double.Parse(x, System.Globalization.CultureInfo.InvariantCulture), double.Parse(y, System.Globalization.CultureInfo.InvariantCulture))
        : throw new FormatException(text);

    private static CandidateCurve Curve()
    {
        var curve = new CandidateCurve(truePairs: 4);
        foreach (var (bits, isTrue) in new[] { (6f, true), (2f, true), (1f, false), (-3f, true) })
        {
            curve.Add(new CandidatePair(1, 2, bits, PairStanding.ByScore), isTrue);
        }

        return curve;
    }
}
