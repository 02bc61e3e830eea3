using System.Collections.Frozen;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Which given names can stand for one another: two names that share a formal name.</summary>
internal static class Nicknames
{
    private const int StemMin = 2;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Rows =
        Read(Resource.Lines("nicknames.csv"), out FormalNames, out Signatures);

    private static readonly int[][] FormalNames;

    // The formal names of a row as bits of their numbers' remainders: rows without a common bit have no common name.
    private static readonly ulong[] Signatures;

    /// <summary>Finds the row of a name, or 0.</summary>
    public static int Find(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[name.Length + 1];
        return Rows.TryGetValue(OneEnding(name, buffer), out var row) ? row : 0;
    }

    // Peggy, Peggie, Peggi: lists have one or two of the ways to end a short form, and not the same for each name.
    private static ReadOnlySpan<char> OneEnding(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var stem = name.EndsWith("ie", StringComparison.Ordinal) || name.EndsWith("ey", StringComparison.Ordinal) ? name[..^2]
            : name.EndsWith('i') ? name[..^1]
            : default;
        if (stem.Length < StemMin)
        {
            return name;
        }

        stem.CopyTo(buffer);
        buffer[stem.Length] = 'y';
        return buffer[..(stem.Length + 1)];
    }

    /// <summary>Says whether two rows share a formal name.</summary>
    public static bool AreRelated(int rowA, int rowB)
    {
        if ((Signatures[rowA] & Signatures[rowB]) == 0)
        {
            return false;
        }

        var a = FormalNames[rowA];
        var b = FormalNames[rowB];
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                return true;
            }

            if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return false;
    }

    /// <summary>Reads a list.</summary>
    /// <param name="lines">A formal name and a short form of it each.</param>
    /// <param name="formalNames">Gets the numbers of the formal names of each row, ascending.</param>
    /// <param name="signatures">Gets them as bits.</param>
    /// <returns>The row of each name, from 1.</returns>
    internal static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Read(
        IEnumerable<string> lines, out int[][] formalNames, out ulong[] signatures)
    {
        var formals = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var parts = Array.ConvertAll(line.Split(','), name => OneEnding(name, new char[name.Length + 1]).ToString());
            numbers.TryAdd(parts[0], numbers.Count + 1);
            Of(formals, parts[0]).Add(numbers[parts[0]]);
            Of(formals, parts[1]).Add(numbers[parts[0]]);
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in formals.Keys)
        {
            rows[name] = rows.Count + 1;
        }

        formalNames = [[], .. formals.Values.Select(set => set.ToArray())];
        signatures = [.. formalNames.Select(set => set.Aggregate(0UL, (bits, number) => bits | (1UL << (number % 64))))];

        return rows.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static SortedSet<int> Of(SortedDictionary<string, SortedSet<int>> sets, string name)
    {
        if (!sets.TryGetValue(name, out var set))
        {
            sets[name] = set = [];
        }

        return set;
    }
}
