using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Records as training reads them.</summary>
internal static class TrainingSet
{
    /// <summary>Makes them from lines, in slots from 0.</summary>
    public static TrainingRecords Of(params string[] lines) => Of(lines.Select(IReadOnlyList<Field> (line) => Lines.Fields(string.Empty, line)));

    public static TrainingRecords Of(IEnumerable<IReadOnlyList<Field>> records, MatchModel? model = null)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var table = new RecordTable(words, values, new PairScorer(words, values, names, model ?? MatchModel.Shipped));
        foreach (var fields in records)
        {
            var profile = standardiser.Standardise(fields);
            table.Add(table.Count, 1, profile, ProfileHash.Of(words, values, names, profile));
        }

        return new TrainingRecords(table, words, values, names);
    }
}
