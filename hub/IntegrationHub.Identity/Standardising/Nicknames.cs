using System.Collections.Frozen;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Which given names can stand for one another: two names that share a formal name.</summary>
internal static class Nicknames
{
    private static readonly List<int[]> FormalNames = [[]];
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Rows = Load();

    /// <summary>Finds the row of a name, or 0.</summary>
    public static int Find(ReadOnlySpan<char> name) => Rows.TryGetValue(name, out var row) ? row : 0;

    /// <summary>Says whether two rows share a formal name.</summary>
    public static bool AreRelated(int rowA, int rowB)
    {
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

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var formals = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var parts in Resource.Lines("nicknames.csv").Select(line => line.Split(',')))
        {
            numbers.TryAdd(parts[0], numbers.Count + 1);
            Of(formals, parts[0]).Add(numbers[parts[0]]);
            Of(formals, parts[1]).Add(numbers[parts[0]]);
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, set) in formals)
        {
            rows[name] = FormalNames.Count;
            FormalNames.Add([.. set]);
        }

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
