using System.Globalization;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Admin;

/// <summary>Says in one line what speaks most for and against a pair, without any value.</summary>
internal static class ReasonLine
{
    internal static string Of(PairExplanation explanation)
    {
        var compared = explanation.Comparisons.Where(c => c.ValueA.Length > 0 && c.ValueB.Length > 0).ToList();
        var best = compared.Where(c => c.Bits > 0).MaxBy(c => c.Bits);
        var worst = compared.Where(c => c.Bits < 0).MinBy(c => c.Bits);
        return (best, worst) switch
        {
            (null, null) => "nothing to compare",
            ({ } b, null) => $"for: {Text(b)}",
            (null, { } w) => $"against: {Text(w)}",
            ({ } b, { } w) => $"for: {Text(b)}; against: {Text(w)}",
        };
    }

    private static string Text(FieldComparison comparison) => string.Create(
        CultureInfo.InvariantCulture, $"{comparison.Field} {comparison.Level} ({comparison.Bits:+0.0;-0.0})");
}
