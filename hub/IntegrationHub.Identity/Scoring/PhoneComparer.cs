using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares phone numbers by their last digits: the best of all pairs. A number that many share says little or nothing.</summary>
internal static class PhoneComparer
{
    private const int TailLength = 7;
    private const int EditsMax = 2;

    public static void Compare(TextPool values, ValueFrequencies frequencies, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        if (a.Length == 1 && b.Length == 1)
        {
            var level = Grade(values, a[0], b[0]);
            evidence.SetAhead(Comparison.Phone, level, evidence.Weight(level) + Adjustment(values, frequencies, level, a[0], b[0]), a[0], b[0]);
        }
        else if (!a.IsEmpty && !b.IsEmpty)
        {
            Best(values, frequencies, a, b, ref evidence);
        }
    }

    private static void Best(TextPool values, ValueFrequencies frequencies, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        var best = default(Step);
        foreach (var phoneA in a)
        {
            foreach (var phoneB in b)
            {
                var level = Grade(values, phoneA, phoneB);
                var bits = evidence.Weight(level) + Adjustment(values, frequencies, level, phoneA, phoneB);
                best = best.A == 0 || bits > best.Bits ? new Step(level, bits, phoneA, phoneB) : best;
            }
        }

        evidence.SetAhead(Comparison.Phone, best.Level, best.Bits, best.A, best.B);
    }

    private static float Adjustment(TextPool values, ValueFrequencies frequencies, Level level, int a, int b)
    {
        if (level != Level.PhoneExact)
        {
            return 0;
        }

        var adjustment = frequencies.Adjust(level, values, a);
        return a == b ? adjustment : Math.Min(adjustment, frequencies.Adjust(level, values, b));
    }

    private static Level Grade(TextPool values, int a, int b)
    {
        if (a == b)
        {
            return Level.PhoneExact;
        }

        ref readonly var shapeA = ref values.Shape(a);
        ref readonly var shapeB = ref values.Shape(b);
        var common = TextShape.CommonMax(shapeA, shapeB);
        var isFar = Math.Max(shapeA.Length, shapeB.Length) - common > EditsMax;
        return isFar && common < TailLength ? Level.PhoneDifferent : Grade(values.Text(a), values.Text(b), isFar);
    }

    private static Level Grade(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool isFar)
    {
        if (a.Length >= TailLength && b.Length >= TailLength && a[^TailLength..].SequenceEqual(b[^TailLength..]))
        {
            return a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) || Math.Abs(a.Length - b.Length) <= 1
                ? Level.PhoneExact
                : Level.PhoneSimilar;
        }

        var distance = isFar ? int.MaxValue : EditDistance.Osa(a, b);
        return distance <= 1 ? Level.PhoneNear
            : distance == EditsMax && Math.Min(a.Length, b.Length) >= TailLength ? Level.PhoneSimilar
            : Level.PhoneDifferent;
    }
}
