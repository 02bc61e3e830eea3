using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>Puts what was learned into a model.</summary>
internal static class ModelWriter
{
    private const int CustomersMin = 3;

    // More records than one customer has, where customers are not known.
    private const int RecordsMin = 40;
    private const double NamePriorCustomers = 25;
    private const double CommonTimes = 2;
    private const double PlaceFloor = 2e-4;
    private const int Digits = 4;

    /// <summary>Writes a model.</summary>
    /// <param name="seed">What is kept where nothing was learned.</param>
    /// <param name="layout">The comparisons.</param>
    /// <param name="shares">What was learned of the levels.</param>
    /// <param name="survey">How common values are.</param>
    /// <param name="generic">Values that say nothing, by comparison.</param>
    /// <param name="version">The version.</param>
    public static MatchModel Write(
        MatchModel seed, ComparisonLayout layout, LevelShares shares, ValueSurvey survey,
        Dictionary<string, SortedSet<ulong>> generic, int version)
    {
        var comparisons = new Dictionary<string, Dictionary<string, LevelProbabilities>>(StringComparer.Ordinal);
        foreach (var levels in layout.Levels)
        {
            comparisons[layout.NameOf(levels[0])] = levels.ToDictionary(
                MatchModel.LevelOf,
                level => new LevelProbabilities(Round(shares.M[(int)level]), Round(shares.U[(int)level]), Round(shares.H[(int)level])),
                StringComparer.Ordinal);
        }

        var frequencies = new Dictionary<string, FrequencyTable>(seed.Document.Frequencies, StringComparer.Ordinal);
        foreach (var counts in survey.All.Where(s => s.Total > 1 && comparisons.ContainsKey(s.Comparison)))
        {
            var exact = comparisons[counts.Comparison]["exact"];
            frequencies[counts.Comparison] = seed.Document.Frequencies.TryGetValue(counts.Comparison, out var known)
                ? NameTable(counts, known)
                : Table(counts, exact, generic.GetValueOrDefault(counts.Comparison), survey.IsByCustomer ? CustomersMin : RecordsMin);
        }

        return new MatchModel(seed.Document with { Version = version, Name = "trained", Comparisons = comparisons, Frequencies = frequencies });
    }

    /// <summary>Names: what was counted, with the public counts as if they had been met in a few hundred customers more.</summary>
    private static FrequencyTable NameTable(ValueCounts counts, FrequencyTable known)
    {
        var shares = known.Values.ToDictionary(v => v.Key, v => NamePriorCustomers * v.Value, StringComparer.Ordinal);
        foreach (var (text, share) in counts.Common(2))
        {
            var name = counts.Pool.Text(text).ToString();
            name = known.Values.ContainsKey(name) ? name : ValueFrequencies.NameOf(counts.Pool.Hash(text));
            shares[name] = shares.GetValueOrDefault(name) + (share * counts.Total) - 1;
        }

        return new FrequencyTable(known.Floor, Above(shares, known.Floor, counts.Total + NamePriorCustomers));
    }

    /// <summary>Other values: places are worth more the rarer they are; of what is one person's own only common values count less.</summary>
    private static FrequencyTable Table(ValueCounts counts, LevelProbabilities exact, SortedSet<ulong>? generic, int countMin)
    {
        var isPlace = counts.Comparison.StartsWith("address.", StringComparison.Ordinal);
        var floor = Round(isPlace ? Math.Max(exact.U / 4, PlaceFloor) : exact.U);
        var shares = counts.Common(countMin)
            .ToDictionary(v => ValueFrequencies.NameOf(counts.Pool.Hash(v.Text)), v => v.Share, StringComparer.Ordinal);

        // A number on several records that nothing else ties together may be one person's all the same: only generic ones count less.
        var isContact = counts.Comparison is "email" or "phone";
        var values = isContact ? [] : Above(shares, floor * CommonTimes, 1);
        foreach (var hash in generic ?? [])
        {
            // As often met among strangers as within a customer: no weight.
            values[ValueFrequencies.NameOf(hash)] = exact.M;
        }

        return new FrequencyTable(floor, values);
    }

    private static SortedDictionary<string, double> Above(Dictionary<string, double> counts, double shareMin, double total) => new(
        counts.Where(c => c.Value / total > shareMin).ToDictionary(c => c.Key, c => Round(c.Value / total), StringComparer.Ordinal), StringComparer.Ordinal);

    private static double Round(double value)
    {
        if (value <= 0)
        {
            return 0;
        }

        var scale = Math.Pow(10, Digits - 1 - (int)Math.Floor(Math.Log10(value)));
        return Math.Round(value * scale) / scale;
    }
}
