using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Makes tables of records, for the parts of the engine that stand on one.</summary>
internal static class RecordTables
{
    /// <summary>Makes a table of records as <see cref="Person.Of"/> reads them, all of one source: the numbers go up from 1 and are also the order by content.</summary>
    public static RecordTable Of(params IEnumerable<string> lines)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var records = new RecordTable(words, values, new PairScorer(words, values, names, MatchModel.Shipped));
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            records.Add(number, 1, standardiser.Standardise(Person.Of(line)), (ulong)number);
        }

        return records;
    }
}
