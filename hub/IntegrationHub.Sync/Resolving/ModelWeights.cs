using System.Text.Json;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Reads the weights out of a model's document and compares them.</summary>
internal static class ModelWeights
{
    private const double ProbabilityFloor = 1e-5;
    private const double BitsMin = 0.05;

    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Lists every weight of either model, by comparison and level.</summary>
    internal static IReadOnlyList<WeightChange> Beside(MatchModel before, MatchModel after)
    {
        var (old, now) = (Of(before), Of(after));
        return [.. old.Keys.Union(now.Keys)
            .OrderBy(k => k.Comparison, StringComparer.Ordinal).ThenBy(k => k.Level, StringComparer.Ordinal)
            .Select(k => new WeightChange(k.Comparison, k.Level, Find(old, k), Find(now, k)))];
    }

    /// <summary>Lists the weights that differ, the largest difference first.</summary>
    internal static IReadOnlyList<WeightChange> Compare(MatchModel before, MatchModel after) =>
        [.. Beside(before, after).Where(c => Size(c) >= BitsMin).OrderByDescending(Size)];

    /// <summary>Lists every weight, log2(m/u), by comparison and level.</summary>
    private static Dictionary<(string Comparison, string Level), double> Of(MatchModel model)
    {
        var weights = new Dictionary<(string Comparison, string Level), double>();
        using var document = JsonDocument.Parse(model.ToJson(), Json);
        foreach (var comparison in document.RootElement.GetProperty("comparisons").EnumerateObject())
        {
            foreach (var level in comparison.Value.EnumerateObject())
            {
                if (level.Value.TryGetProperty("m", out var m) && level.Value.TryGetProperty("u", out var u))
                {
                    weights[(comparison.Name, level.Name)] = Math.Log2(
                        Math.Max(m.GetDouble(), ProbabilityFloor) / Math.Max(u.GetDouble(), ProbabilityFloor));
                }
            }
        }

        return weights;
    }

    private static double Size(WeightChange change) =>
        change is { Before: { } before, After: { } after } ? Math.Abs(after - before) : double.PositiveInfinity;

    private static double? Find(Dictionary<(string, string), double> weights, (string, string) key) =>
        weights.TryGetValue(key, out var bits) ? bits : null;
}
