using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity.Models;

/// <summary>All levels of a model: the fixed ones, then four for each identifier and attribute that it knows by name.</summary>
internal sealed class LevelTable
{
    /// <summary>Levels of each named comparison: exact, near, similar, different.</summary>
    public const int NamedLength = 4;

    /// <summary>No level, where there is nothing to compare. In place of <c>Level?</c>, which is put together in memory for every pair.</summary>
    public const Level Nothing = (Level)(-1);

    private const double ProbabilityFloor = 1e-7;
    private static readonly string[] NamedLevelNames = ["exact", "near", "similar", "different"];

    private readonly ModelDocument _document;
    private readonly string[] _named;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numberOf;

    public LevelTable(ModelDocument document)
    {
        _document = document;
        _named = [.. document.Comparisons.Keys.Where(IsNamed).Order(StringComparer.Ordinal)];
        _numberOf = _named.Select((name, number) => (name, number))
            .ToDictionary(p => p.name, p => p.number, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => LevelNames.Count + (_named.Length * NamedLength);

    public static bool IsNamed(string comparison) =>
        comparison.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal)
        || comparison.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal);

    /// <summary>Finds the level of exact agreement of a named comparison.</summary>
    public Level? FindNamed(ReadOnlySpan<char> name) =>
        _numberOf.TryGetValue(name, out var number) ? (Level)(LevelNames.Count + (number * NamedLength)) : null;

    /// <summary>Gives the name of the identifier or attribute that a level is of, if it is of one.</summary>
    public string? NameOf(Level level) => (int)level < LevelNames.Count ? null : _named[((int)level - LevelNames.Count) / NamedLength];

    public string ComparisonOf(Level level) => NameOf(level) ?? LevelNames.Comparison(level);

    public static string LevelOf(Level level) =>
        (int)level < LevelNames.Count ? LevelNames.Of(level) : NamedLevelNames[((int)level - LevelNames.Count) % NamedLength];

    /// <summary>Gives the weight of every level, log2 of m over the given alternative.</summary>
    public float[] Weights(Func<LevelProbabilities, double> against)
    {
        var weights = new float[Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var p = Of((Level)i);
            weights[i] = (float)Math.Log2(Math.Max(p.M, ProbabilityFloor) / Math.Max(against(p), ProbabilityFloor));
        }

        return weights;
    }

    public List<(int Level, double U, FrequencyTable Table)> FrequencyTables()
    {
        var tables = new List<(int, double, FrequencyTable)>();
        for (var i = 0; i < Count; i++)
        {
            var level = (Level)i;
            if (LevelOf(level) == NamedLevelNames[0] && _document.Frequencies.TryGetValue(ComparisonOf(level), out var table))
            {
                tables.Add((i, Of(level).U, table));
            }
        }

        return tables;
    }

    public LevelProbabilities Of(Level level)
    {
        var (comparison, name) = (ComparisonOf(level), LevelOf(level));
        if (!_document.Comparisons.TryGetValue(comparison, out var levels) || !(levels.TryGetValue(name, out var p) || IsOfBefore(level, levels, out p)))
        {
            throw new FormatException($"The model lacks comparisons / {comparison} / {name}. Expected {{ \"m\": .., \"u\": .., \"h\": .. }}.");
        }

        return p.M is >= 0 and <= 1 && p.U is >= 0 and <= 1 && p.H is >= 0 and <= 1 ? p
            : throw new FormatException($"The model's comparisons / {comparison} / {name} must have m, u and h between 0 and 1.");
    }

    // A model that was made before there was this level goes on as it was.
    private static bool IsOfBefore(Level level, Dictionary<string, LevelProbabilities> levels, out LevelProbabilities p)
    {
        p = default;
        return level == Level.GivenOtherName && levels.TryGetValue(LevelNames.Of(Level.GivenDifferent), out p);
    }
}
