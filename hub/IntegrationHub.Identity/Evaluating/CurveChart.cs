using System.Globalization;
using System.Text;

namespace IntegrationHub.Identity.Evaluating;

/// <summary>Draws precision and recall over the threshold as an SVG that needs nothing else and suits light and dark pages.</summary>
public static class CurveChart
{
    private const int Width = 760;
    private const int Height = 440;
    private const int Left = 64;
    private const int Right = 736;
    private const int Top = 72;
    private const int Bottom = 376;
    private const int Steps = 160;
    private const double BitsMin = -8;
    private const double BitsMax = 12;
    private const double FloorMax = .9;
    private const int GridLines = 5;

    private const string Style = """
          svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
          .page { fill: #ffffff; } .text { fill: #24292f; } .faint { fill: #57606a; }
          .grid { stroke: #d0d7de; stroke-width: 1; } .mark { stroke: #57606a; stroke-dasharray: 4 4; }
          .precision { stroke: #0a58ca; } .recall { stroke: #b54708; stroke-dasharray: 8 4; }
          .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
          @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117; } .text { fill: #e6edf3; } .faint { fill: #9198a1; }
            .grid { stroke: #30363d; } .mark { stroke: #9198a1; }
            .precision { stroke: #6ea8fe; } .recall { stroke: #f5a663; }
          }
        """;

    /// <summary>Draws a curve.</summary>
    /// <param name="curve">The scored candidate pairs.</param>
    /// <param name="threshold">The probability that links today.</param>
    /// <returns>The document.</returns>
    public static string Draw(CandidateCurve curve, double threshold)
    {
        ArgumentNullException.ThrowIfNull(curve);

        var points = Points(curve);
        var floor = Floor(points);
        var today = curve.At(threshold);
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"title description\">");
        Line(svg, $"<title id=\"title\">Precision and recall over the threshold</title>");
        Line(svg, $"<desc id=\"description\">{curve.Pairs} candidate pairs. Linking from probability {threshold:0.###} on gives precision {today.Figures.Precision:0.0000} and recall {today.Figures.Recall:0.0000}; keys reach {curve.BlockingRecall:0.0000} of the true pairs.</desc>");
        Line(svg, $"<style>\n{Style}\n</style>");
        Line(svg, $"<rect class=\"page\" width=\"{Width}\" height=\"{Height}\"/>");
        Line(svg, $"<text class=\"text\" x=\"{Left}\" y=\"28\" font-size=\"17\" font-weight=\"600\">Precision and recall over the threshold</text>");
        Line(svg, $"<text class=\"faint\" x=\"{Left}\" y=\"50\">scored candidate pairs, walls and decisions applied, before clustering</text>");
        DrawAxes(svg, floor);
        DrawMark(svg, threshold);
        DrawLine(svg, "precision", points.Select(p => (p.Probability, p.Figures.Precision)), floor);
        DrawLine(svg, "recall", points.Select(p => (p.Probability, p.Figures.Recall)), floor);
        DrawLegend(svg);
        return svg.Append("</svg>\n").ToString();
    }

    private static ThresholdFigures[] Points(CandidateCurve curve)
    {
        var points = new ThresholdFigures[Steps + 1];
        for (var i = 0; i <= Steps; i++)
        {
            points[i] = curve.At(Clustering.Doubt.Probability(BitsMin + ((BitsMax - BitsMin) * i / Steps)));
        }

        return points;
    }

    /// <summary>Where the vertical axis begins: at a tenth below what is drawn, so that good curves can be told apart.</summary>
    private static double Floor(ThresholdFigures[] points)
    {
        var least = points.Min(p => Math.Min(p.Figures.Precision, p.Figures.Recall));
        return Math.Min(FloorMax, Math.Floor(least * 10) / 10);
    }

    private static void DrawAxes(StringBuilder svg, double floor)
    {
        for (var i = 0; i <= GridLines; i++)
        {
            var value = floor + ((1 - floor) * i / GridLines);
            var y = Y(value, floor);
            Line(svg, $"<line class=\"grid\" x1=\"{Left}\" y1=\"{y:0.#}\" x2=\"{Right}\" y2=\"{y:0.#}\"/>");
            Line(svg, $"<text class=\"faint\" x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{value:0.00}</text>");
        }

        foreach (var probability in CandidateCurve.UsualThresholds)
        {
            var x = X(probability);
            Line(svg, $"<line class=\"grid\" x1=\"{x:0.#}\" y1=\"{Bottom}\" x2=\"{x:0.#}\" y2=\"{Bottom + 5}\"/>");
            Line(svg, $"<text class=\"faint\" x=\"{x:0.#}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{probability:.###}</text>");
        }

        Line(svg, $"<text class=\"text\" x=\"{(Left + Right) / 2}\" y=\"{Bottom + 46}\" text-anchor=\"middle\">probability from which pairs are linked</text>");
    }

    private static void DrawMark(StringBuilder svg, double threshold)
    {
        var x = X(threshold);
        Line(svg, $"<line class=\"mark\" x1=\"{x:0.#}\" y1=\"{Top}\" x2=\"{x:0.#}\" y2=\"{Bottom}\"/>");
        Line(svg, $"<text class=\"faint\" x=\"{x + 5:0.#}\" y=\"{Bottom - 8}\">in use</text>");
    }

    private static void DrawLine(StringBuilder svg, string name, IEnumerable<(double Probability, double Value)> points, double floor) =>
        Line(svg, $"<polyline class=\"line {name}\" points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Probability):0.#},{Y(p.Value, floor):0.#}")))}\"/>");

    private static void DrawLegend(StringBuilder svg)
    {
        var x = Right - 190;
        foreach (var name in new[] { "precision", "recall" })
        {
            Line(svg, $"<line class=\"line {name}\" x1=\"{x}\" y1=\"46\" x2=\"{x + 28}\" y2=\"46\"/>");
            Line(svg, $"<text class=\"text\" x=\"{x + 34}\" y=\"50\">{name}</text>");
            x += 112;
        }
    }

    /// <summary>Probabilities stand at even distances of evidence, so that .99 and .999 do not fall together.</summary>
    private static double X(double probability)
    {
        var bits = Math.Clamp(Math.Log2(probability / (1 - probability)), BitsMin, BitsMax);
        return Left + ((Right - Left) * (bits - BitsMin) / (BitsMax - BitsMin));
    }

    private static double Y(double value, double floor) => Bottom - ((Bottom - Top) * (value - floor) / (1 - floor));

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
