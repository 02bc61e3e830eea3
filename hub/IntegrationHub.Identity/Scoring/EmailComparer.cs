using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares e-mail addresses: the best of all pairs. An address that many share says little or nothing.</summary>
internal static class EmailComparer
{
    private const int LocalLengthMin = 4;
    private const int EditsMax = 2;

    public static void Compare(TextPool values, ValueFrequencies frequencies, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        if (a.Length == EmailStandardiser.EntryLength && b.Length == EmailStandardiser.EntryLength)
        {
            var level = Grade(values, new EmailStandardiser.View(a), new EmailStandardiser.View(b));
            evidence.SetAhead(Comparison.Email, level, evidence.Weight(level) + Adjustment(values, frequencies, level, a[0]), a[0], b[0]);
        }
        else if (!a.IsEmpty && !b.IsEmpty)
        {
            Best(values, frequencies, a, b, ref evidence);
        }
    }

    private static void Best(TextPool values, ValueFrequencies frequencies, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        var best = default(Step);
        for (var i = 0; i < a.Length; i += EmailStandardiser.EntryLength)
        {
            for (var j = 0; j < b.Length; j += EmailStandardiser.EntryLength)
            {
                var emailA = new EmailStandardiser.View(a[i..]);
                var emailB = new EmailStandardiser.View(b[j..]);
                var level = Grade(values, emailA, emailB);
                var bits = evidence.Weight(level) + Adjustment(values, frequencies, level, emailA.Full);
                best = best.A == 0 || bits > best.Bits ? new Step(level, bits, emailA.Full, emailB.Full) : best;
            }
        }

        evidence.SetAhead(Comparison.Email, best.Level, best.Bits, best.A, best.B);
    }

    private static float Adjustment(TextPool values, ValueFrequencies frequencies, Level level, int email) =>
        level == Level.EmailExact ? frequencies.Adjust(level, values, email) : 0;

    private static Level Grade(TextPool values, in EmailStandardiser.View a, in EmailStandardiser.View b)
    {
        if (a.IsShared || b.IsShared)
        {
            return Level.EmailShared;
        }

        if (a.Full == b.Full)
        {
            return Level.EmailExact;
        }

        ref readonly var localA = ref values.Shape(a.Local);
        ref readonly var localB = ref values.Shape(b.Local);
        if (a.Local == b.Local)
        {
            return IsDomainLike(values, a, b) ? Level.EmailNear
                : localA.Length >= LocalLengthMin && !(a.IsMadeOfName && b.IsMadeOfName) ? Level.EmailSameLocal
                : Level.EmailDifferent;
        }

        if (Math.Min(localA.Length, localB.Length) < LocalLengthMin || TextShape.EditsMin(localA, localB) > EditsMax
            || Numbering.TellsApart(values, a.Local, b.Local))
        {
            return Level.EmailDifferent;
        }

        var distance = EditDistance.Osa(values.Text(a.Local), values.Text(b.Local));
        return distance <= 1 ? (IsDomainLike(values, a, b) ? Level.EmailNear : Level.EmailSimilar)
            : distance == EditsMax && localA.Length >= 6 && IsDomainLike(values, a, b) ? Level.EmailSimilar
            : Level.EmailDifferent;
    }

    private static bool IsDomainLike(TextPool values, in EmailStandardiser.View a, in EmailStandardiser.View b) =>
        a.Domain == b.Domain || (a.Domain != 0 && b.Domain != 0 && IsLike(values, a.Domain, b.Domain));

    private static bool IsLike(TextPool values, int a, int b)
    {
        ref readonly var shapeA = ref values.Shape(a);
        ref readonly var shapeB = ref values.Shape(b);
        var editsMax = Math.Min(shapeA.Length, shapeB.Length) >= 10 ? 3 : 2;
        return TextShape.EditsMin(shapeA, shapeB) <= editsMax && EditDistance.Osa(values.Text(a), values.Text(b)) <= editsMax;
    }
}
