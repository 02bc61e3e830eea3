using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity.Training;

/// <summary>The model that training starts from: a given one, with a comparison for each identifier and attribute that the records have.</summary>
internal static class SeedModel
{
    private const int NamedMax = 12;
    private const int RecordsMin = 20;

    // What an attribute is before anything is learned of it: it often agrees within a customer; how often among strangers is counted.
    private static readonly Dictionary<string, LevelProbabilities> Attribute = new(StringComparer.Ordinal)
    {
        ["exact"] = new(.8, .3, .4),
        ["near"] = new(.04, .03, .03),
        ["similar"] = new(.03, .03, .03),
        ["different"] = new(.13, .64, .54),
    };

    public static MatchModel Make(MatchModel start, TrainingRecords records)
    {
        var comparisons = new Dictionary<string, Dictionary<string, LevelProbabilities>>(start.Document.Comparisons, StringComparer.Ordinal);
        foreach (var known in comparisons.Keys.Where(LevelTable.IsNamed).ToList())
        {
            comparisons.Remove(known);
        }

        foreach (var name in MostUsed(records))
        {
            var isAttribute = name.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal);
            comparisons[name] = isAttribute ? Attribute : start.Document.Comparisons[start.ComparisonOf(MatchModel.Shipped.ExactLevelOf(name))];
        }

        return new MatchModel(start.Document with { Comparisons = comparisons });
    }

    private static IEnumerable<string> MostUsed(TrainingRecords records)
    {
        var parts = records.InParts(slots => Count(records, slots));
        var counts = parts.Aggregate(static (a, b) => [.. a.Zip(b, static (x, y) => x + y)]);
        return Enumerable.Range(1, records.Names.Count)
            .Where(name => counts[name] >= RecordsMin)
            .Select(name => (Name: records.Names.Text(name).ToString(), Count: counts[name]))
            .OrderByDescending(n => n.Count).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Take(NamedMax).Select(n => n.Name);
    }

    private static int[] Count(TrainingRecords records, IEnumerable<int> slots)
    {
        var counts = new int[records.Names.Count + 1];
        foreach (var slot in slots)
        {
            for (var rest = new Profile(records.Table.Profile(slot)).Identifiers; rest.Length > 0; rest = rest[IdentifierStandardiser.EntryLength..])
            {
                counts[rest[0]]++;
            }
        }

        return counts;
    }
}
