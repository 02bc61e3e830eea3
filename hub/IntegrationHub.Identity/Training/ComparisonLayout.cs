using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// Where each comparison stands in a comparison vector: four bits each, 0 for nothing compared, else one more than the
/// place of the level within its comparison.
/// </summary>
internal sealed class ComparisonLayout
{
    private const int BitsPerComparison = 4;
    private const int ComparisonsMax = 128 / BitsPerComparison;

    private readonly int[] _comparisonOf;
    private readonly int[] _placeOf;

    public ComparisonLayout(MatchModel model)
    {
        var names = new List<string>();
        var levels = new List<List<Level>>();
        (_comparisonOf, _placeOf) = (new int[model.LevelCount], new int[model.LevelCount]);
        for (var i = 0; i < model.LevelCount; i++)
        {
            var name = model.ComparisonOf((Level)i);
            if (names.Count == 0 || names[^1] != name)
            {
                names.Add(name);
                levels.Add([]);
            }

            _comparisonOf[i] = names.Count - 1;
            _placeOf[i] = levels[^1].Count;
            levels[^1].Add((Level)i);
        }

        if (names.Count > ComparisonsMax)
        {
            throw new InvalidOperationException($"{names.Count} comparisons do not fit into a vector of {ComparisonsMax}.");
        }

        (Names, Levels) = (names, [.. levels.Select(l => l.ToArray())]);
    }

    /// <summary>Gets the names of the comparisons.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the levels of each comparison.</summary>
    public Level[][] Levels { get; }

    /// <summary>Names the comparison of a level.</summary>
    public string NameOf(Level level) => Names[_comparisonOf[(int)level]];

    /// <summary>Notes a level in a vector; the first level of a comparison counts.</summary>
    public UInt128 Add(UInt128 vector, Level level)
    {
        var shift = _comparisonOf[(int)level] * BitsPerComparison;
        return ((vector >> shift) & 15) != 0 ? vector : vector | ((UInt128)(uint)(_placeOf[(int)level] + 1) << shift);
    }

    /// <summary>Gives the place of the level that a vector has for a comparison, or -1.</summary>
    public static int Place(UInt128 vector, int comparison) => (int)((vector >> (comparison * BitsPerComparison)) & 15) - 1;
}
