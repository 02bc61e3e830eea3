using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares identifiers and attributes name by name. A short identifier cannot say more than its length allows.</summary>
internal sealed class IdentifierComparer(TextPool values, FieldNames names, MatchModel model)
{
    private const float BitsPerSign = 2.5f;
    private const int NearLengthMin = 6;
    private const int EditsMax = 2;
    private const int Near = 1;
    private const int Similar = 2;
    private const int Different = 3;

    private readonly ValueFrequencies _frequencies = model.Frequencies;
    private readonly NamedLevels _levels = new(model, names);

    /// <summary>Adds a step per common name.</summary>
    /// <returns>Whether exclusive identifiers differ clearly.</returns>
    public bool Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref Evidence evidence)
    {
        if (a.Length == IdentifierStandardiser.EntryLength && b.Length == IdentifierStandardiser.EntryLength)
        {
            return a[0] == b[0] && Single(a[0], a[1], b[1], ref evidence);
        }

        var isConflict = false;
        for (var i = 0; i < a.Length; i += IdentifierStandardiser.EntryLength)
        {
            if (IsRepeated(a, i))
            {
                continue;
            }

            var exact = _levels.Exact(a[i]);
            if (Best(a, b, a[i], exact, ref evidence, out var best))
            {
                evidence.AddAhead(best.Level, best.Bits, best.A, best.B);
                isConflict |= IsConflict(exact, best.Level, best.A, best.B);
            }
        }

        return isConflict;
    }

    private bool Single(int name, int a, int b, ref Evidence evidence)
    {
        var exact = _levels.Exact(name);
        var level = exact + Grade(a, b);
        evidence.AddAhead(level, Bits(level, exact, a, b, evidence), a, b);
        return IsConflict(exact, level, a, b);
    }

    private bool IsConflict(Level exact, Level level, int a, int b) => level == exact + Different && model.IsExclusive(exact) && IsClear(a, b);

    private float Bits(Level level, Level exact, int a, int b, in Evidence evidence)
    {
        var length = Math.Min(values.Shape(a).Length, values.Shape(b).Length);
        var bits = evidence.Weight(level) + (level == exact ? _frequencies.Adjust(exact, values, a) : 0);
        return float.MinNative(bits, BitsPerSign * length);
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

    private bool Best(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int name, Level exact, ref Evidence evidence, out Step best)
    {
        // In parts and not as a whole: a step that is written in parts and copied whole stalls the processor.
        var (bestLevel, bestBits, bestA, bestB) = (default(Level), 0f, 0, 0);
        for (var i = 0; i < a.Length; i += IdentifierStandardiser.EntryLength)
        {
            for (var j = 0; j < b.Length && a[i] == name; j += IdentifierStandardiser.EntryLength)
            {
                if (b[j] != name)
                {
                    continue;
                }

                var level = exact + Grade(a[i + 1], b[j + 1]);
                var bits = Bits(level, exact, a[i + 1], b[j + 1], evidence);
                if (bestA == 0 || bits > bestBits)
                {
                    (bestLevel, bestBits, bestA, bestB) = (level, bits, a[i + 1], b[j + 1]);
                }
            }
        }

        best = new Step(bestLevel, bestBits, bestA, bestB);
        return bestA != 0;
    }

    private int Grade(int a, int b)
    {
        if (a == b)
        {
            return 0;
        }

        ref readonly var shapeA = ref values.Shape(a);
        ref readonly var shapeB = ref values.Shape(b);
        var length = Math.Min(shapeA.Length, shapeB.Length);
        if (length < NearLengthMin || TextShape.EditsMin(shapeA, shapeB) > EditsMax)
        {
            return Different;
        }

        var distance = EditDistance.Osa(values.Text(a), values.Text(b));
        return distance == 1 ? Near : distance == EditsMax && length > NearLengthMin ? Similar : Different;
    }

    private bool IsClear(int a, int b)
    {
        ref readonly var shapeA = ref values.Shape(a);
        ref readonly var shapeB = ref values.Shape(b);
        var shorter = Math.Min(shapeA.Length, shapeB.Length);
        return TextShape.EditsMin(shapeA, shapeB) * 2 >= shorter || EditDistance.Osa(values.Text(a), values.Text(b)) * 2 >= shorter;
    }
}
