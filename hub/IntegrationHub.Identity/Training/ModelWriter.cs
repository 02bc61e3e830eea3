using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>Puts what was learned into a model.</summary>
internal static class ModelWriter
{
    private const int CustomersMin = 3;
    private const double NamePriorCustomers = 500;
    private const double CommonTimes = 2;

    private static readonly HashSet<string> Rare = new(StringComparer.Ordinal) { "address.locality", "address.postalCode", "address.street" };

    public static MatchModel Write(
        MatchModel seed, ComparisonLayout layout, LevelShares shares, ValueSurvey survey, int version, TrainingRecords records, PriorEstimate prior)
    {
        var comparisons = new Dictionary<string, Dictionary<string, LevelProbabilities>>(StringComparer.Ordinal);
        for (var c = 0; c < layout.Names.Count; c++)
        {
            var levels = new Dictionary<string, LevelProbabilities>(StringComparer.Ordinal);
            for (var l = 0; l < layout.Levels[c].Length; l++)
            {
                levels[MatchModel.LevelOf(layout.Levels[c][l])] = new LevelProbabilities(
                    Round(shares.M[c][l]), Round(shares.U[c][l]), Round(shares.H[c][l]));
            }

            comparisons[layout.Names[c]] = levels;
        }

        var frequencies = new Dictionary<string, FrequencyTable>(StringComparer.Ordinal);
        foreach (var counts in survey.All.Where(s => s.Total > 1 && comparisons.ContainsKey(s.Comparison)))
        {
            frequencies[counts.Comparison] = Table(counts, comparisons[counts.Comparison]["exact"].U, seed);
        }

        foreach (var (comparison, table) in seed.Document.Frequencies)
        {
            frequencies.TryAdd(comparison, table);
        }

        return new MatchModel(seed.Document with
        {
            Version = version,
            Name = "trained",
            Comparisons = comparisons,
            Frequencies = frequencies,
        }).With(prior);
    }

    private static FrequencyTable Table(ValueCounts counts, double agreement, MatchModel seed)
    {
        var isName = seed.Document.Frequencies.TryGetValue(counts.Comparison, out var reference);
        var floor = isName ? reference!.Floor : Rare.Contains(counts.Comparison) ? Math.Max(agreement / 4, 2e-4) : agreement;
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var prior = isName ? NamePriorCustomers : 0;
        foreach (var (text, share) in counts.Common(isName ? 1 : CustomersMin))
        {
            var known = isName ? reference!.Values.GetValueOrDefault(counts.Pool.Text(text).ToString(), 0) : 0;
            var blended = ((share * counts.Total) + (prior * known)) / (counts.Total + prior);
            if (blended > floor * (isName ? 1 : CommonTimes))
            {
                values[known > 0 ? counts.Pool.Text(text).ToString() : ValueFrequencies.NameOf(counts.Pool.Hash(text))] = Round(blended);
            }
        }

        for (var i = 0; isName && i < 1; i++)
        {
            foreach (var (name, share) in reference!.Values)
            {
                var blended = prior * share / (counts.Total + prior);
                if (blended > floor)
                {
                    values.TryAdd(name, Round(blended));
                }
            }
        }

        return new FrequencyTable(Round(floor), values);
    }

    private static double Round(double value)
    {
        if (value <= 0)
        {
            return 0;
        }

        var scale = Math.Pow(10, 3 - (int)Math.Floor(Math.Log10(value)));
        return Math.Round(value * scale) / scale;
    }
}
