using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Gate;

/// <summary>Puts values into the one order in which equal contents have equal bytes: by field name, by group, then as the source gave them.</summary>
internal static class CanonicalOrder
{
    private const int InsertionMax = 48;

    /// <summary>Orders values and removes repeated ones.</summary>
    /// <param name="fields">The values; reordered in place.</param>
    /// <returns>The ordered values without repetitions.</returns>
    internal static Field[] Apply(Field[] fields)
    {
        if (fields.Length > InsertionMax)
        {
            fields = [.. fields.OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Group)];
        }
        else
        {
            InsertionSort(fields);
        }

        return WithoutRepetitions(fields);
    }

    private static void InsertionSort(Field[] fields)
    {
        for (var i = 1; i < fields.Length; i++)
        {
            var field = fields[i];
            var j = i;
            for (; j > 0 && Compare(fields[j - 1], field) > 0; j--)
            {
                fields[j] = fields[j - 1];
            }

            fields[j] = field;
        }
    }

    private static int Compare(in Field left, in Field right)
    {
        var byName = ReferenceEquals(left.Name, right.Name) ? 0 : string.CompareOrdinal(left.Name, right.Name);
        return byName != 0 ? byName : left.Group - right.Group;
    }

    /// <summary>The first of equal values stays; repetitions can only stand in one stretch of the same name and group.</summary>
    private static Field[] WithoutRepetitions(Field[] fields)
    {
        var kept = 0;
        var stretch = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            if (kept > 0 && Compare(fields[kept - 1], fields[i]) != 0)
            {
                stretch = kept;
            }

            if (!Holds(fields.AsSpan(stretch, kept - stretch), fields[i]))
            {
                fields[kept++] = fields[i];
            }
        }

        return kept == fields.Length ? fields : fields[..kept];
    }

    private static bool Holds(ReadOnlySpan<Field> fields, in Field field)
    {
        foreach (ref readonly var other in fields)
        {
            if (other.Kind == field.Kind && string.Equals(other.Value, field.Value, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
