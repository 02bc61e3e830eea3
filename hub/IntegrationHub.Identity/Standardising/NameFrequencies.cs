using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationHub.Identity.Standardising;

/// <summary>How common names are, from embedded reference counts and never from the loaded data.</summary>
internal static class NameFrequencies
{
    /// <summary>What an unlisted name is worth; the model's floor cuts it further.</summary>
    private const float UnknownBits = 16;

    private static readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Given = Read(Resource.Lines("given-names.csv"));
    private static readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Family = Read(Resource.Lines("family-names.csv"));

    public static float GivenBits(ReadOnlySpan<char> name) => Given.TryGetValue(name, out var bits) ? bits : UnknownBits;

    public static float FamilyBits(ReadOnlySpan<char> name) => Family.TryGetValue(name, out var bits) ? bits : UnknownBits;

    /// <summary>Reads a list of names and how many have them; the first line is all of them together.</summary>
    internal static FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Read(IEnumerable<string> lines)
    {
        var counts = lines.Select(line => line.Split(','))
            .Select(parts => (Name: parts[0], Count: double.Parse(parts[1], CultureInfo.InvariantCulture))).ToList();
        var total = counts[0].Count;
        return counts.Skip(1)
            .ToFrozenDictionary(c => c.Name, c => (float)Math.Log2(total / c.Count), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
