using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationHub.Identity.Standardising;

/// <summary>The seed lists: titles, placeholders, shared mailboxes, street types and the like.</summary>
internal static class WordLists
{
    private static readonly Dictionary<string, string[]> Sections = Resource.Lines("words.txt")
        .Select(line => line.Split(": ", 2))
        .ToDictionary(p => p[0], p => p[1].Split(' '), StringComparer.Ordinal);

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles { get; } = Set("titles", "degrees");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Placeholders { get; } = Set("placeholders");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Mailboxes { get; } = Set("mailboxes");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles { get; } = Set("particles");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CompanyForms { get; } = Set("companyforms");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrganizationFillers { get; } = Set("organizations");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PostBoxes { get; } = Set("postboxes");

    public static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Generations { get; } = Sections["generations"]
        .Select(word => word.Split('='))
        .ToFrozenDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets street types by any way of writing them; the value is the way we write them.</summary>
    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> StreetTypes { get; } = Variants(Resource.Lines("street-types.txt"));

    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Directionals { get; } = Variants(Resource.Lines("directionals.txt"));

    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> UnitWords { get; } = Variants(Resource.Lines("unit-words.txt"));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] sections) =>
        sections.SelectMany(s => Sections[s]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a list: on each line the way we write a word, then other ways; the first line that has one counts, unless it is our own of a later line.</summary>
    internal static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Variants(IEnumerable<string> lines)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = lines.Select(line => line.Split('|')).ToList();
        foreach (var variants in rows)
        {
            foreach (var variant in variants.Where(v => v.Length > 1 && !v.Contains(' ', StringComparison.Ordinal)))
            {
                words.TryAdd(variant, variants[0]);
            }
        }

        foreach (var variants in rows)
        {
            words[variants[0]] = variants[0];
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
