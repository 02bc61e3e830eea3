using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares identifiers namespace by namespace. A short identifier cannot say more than its length allows.</summary>
internal static class IdentifierComparer
{
    private const float BitsPerSign = 2.5f;
    private const int NearLengthMin = 6;

    /// <summary>Adds a step per common namespace.</summary>
    /// <returns>Whether exclusive identifiers differ clearly.</returns>
    public static bool Compare(TextPool values, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        var isConflict = false;
        for (var i = 0; i < a.Length; i += IdentifierStandardiser.EntryLength)
        {
            if (IsRepeated(a, i))
            {
                continue;
            }

            var best = Best(values, a, b, a[i], (IdentifierBehaviour)a[i + 2], ref evidence);
            if (best.A != 0)
            {
                evidence.Add(best);
                isConflict |= best.Level == Level.ExclusiveDifferent && IsClear(values.Text(best.A), values.Text(best.B));
            }
        }

        return isConflict;
    }

    private static bool IsRepeated(ReadOnlySpan<int> entries, int index)
    {
        for (var i = 0; i < index; i += IdentifierStandardiser.EntryLength)
        {
            if (entries[i] == entries[index])
            {
                return true;
            }
        }

        return false;
    }

    private static Step Best(TextPool values, ReadOnlySpan<int> a, ReadOnlySpan<int> b, int name, IdentifierBehaviour behaviour, ref Evidence evidence)
    {
        var best = default(Step);
        for (var i = 0; i < a.Length; i += IdentifierStandardiser.EntryLength)
        {
            for (var j = 0; j < b.Length && a[i] == name; j += IdentifierStandardiser.EntryLength)
            {
                if (b[j] != name)
                {
                    continue;
                }

                var level = Grade(values, a[i + 1], b[j + 1], behaviour);
                var length = Math.Min(values.Text(a[i + 1]).Length, values.Text(b[j + 1]).Length);
                var bits = Math.Min(evidence.Weight(level), BitsPerSign * length);
                best = best.A == 0 || bits > best.Bits ? new Step(level, bits, a[i + 1], b[j + 1]) : best;
            }
        }

        return best;
    }

    private static Level Grade(TextPool values, int a, int b, IdentifierBehaviour behaviour)
    {
        if (behaviour == IdentifierBehaviour.Device)
        {
            return a == b ? Level.DeviceExact : Level.DeviceDifferent;
        }

        var offset = behaviour == IdentifierBehaviour.Exclusive ? 0 : Level.IdentifierExact - Level.ExclusiveExact;
        if (a == b)
        {
            return Level.ExclusiveExact + offset;
        }

        var textA = values.Text(a);
        var textB = values.Text(b);
        var length = Math.Min(textA.Length, textB.Length);
        if (length < NearLengthMin)
        {
            return Level.ExclusiveDifferent + offset;
        }

        var distance = EditDistance.Osa(textA, textB);
        return offset + (distance == 1 ? Level.ExclusiveNear : distance == 2 && length > NearLengthMin ? Level.ExclusiveSimilar : Level.ExclusiveDifferent);
    }

    private static bool IsClear(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => EditDistance.Osa(a, b) * 2 >= Math.Min(a.Length, b.Length);
}
