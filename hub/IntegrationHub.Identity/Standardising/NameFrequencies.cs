using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationHub.Identity.Standardising;

/// <summary>How common names are, from embedded reference counts and never from the loaded data.</summary>
internal static class NameFrequencies
{
    /// <summary>What an unlisted name is worth; the model's floor cuts it further.</summary>
    private const float UnknownBits = 16;

    private static readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Given = Load("given-names.csv");
    private static readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Family = Load("family-names.csv");

    public static float GivenBits(ReadOnlySpan<char> name) => Given.TryGetValue(name, out var bits) ? bits : UnknownBits;

    public static float FamilyBits(ReadOnlySpan<char> name) => Family.TryGetValue(name, out var bits) ? bits : UnknownBits;

    private static FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Load(string list)
    {
        var counts = Resource.Lines(list).Select(line => line.Split(','))
            .Select(parts => (Name: parts[0], Count: double.Parse(parts[1], CultureInfo.InvariantCulture))).ToList();
        var total = counts[0].Count;
        return counts.Skip(1)
            .ToFrozenDictionary(c => c.Name, c => (float)Math.Log2(total / c.Count), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
