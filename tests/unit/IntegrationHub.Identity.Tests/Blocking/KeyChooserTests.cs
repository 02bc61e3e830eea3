using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>Keys choose themselves from records and pairs that may be one customer.</summary>
public sealed class KeyChooserTests
{
    [Fact]
    public void Neither_the_order_of_records_nor_of_pairs_shows_in_the_choice()
    {
        var records = DirtyPeople.Make(21, 120, 4);
        var expected = Choose(records, new Random(1), new KeyBudget());

        for (var seed = 2; seed < 6; seed++)
        {
            var choice = Choose(records, new Random(seed), new KeyBudget());

            Assert.Equal(expected.Keys, choice.Keys);
            Assert.Equal(expected.SplitKeys, choice.SplitKeys);
            Assert.Equal(expected.Unreached, choice.Unreached);
        }
    }

    [Fact]
    public void The_budget_is_kept_and_the_keys_chosen_within_it_reach_nearly_all_pairs()
    {
        var records = DirtyPeople.Make(22, 300, 4);

        var choice = Choose(records, new Random(1), new KeyBudget());
        var poor = Choose(records, new Random(1), new KeyBudget { PairsPerRecord = 1.5 });

        Assert.True(choice.Keys.Sum(k => k.ShareAdded) > .97, $"share {choice.Keys.Sum(k => k.ShareAdded)}");
        Assert.InRange(choice.PairsEstimated, 1, records.Count * 12);
        Assert.InRange(poor.PairsEstimated, 1, records.Count * 1.5);
        Assert.True(poor.Keys.Count < choice.Keys.Count);
        Assert.InRange(choice.Unreached, 0, .1);
    }

    [Fact]
    public void A_key_that_reaches_what_others_reach_already_is_left_out()
    {
        // All say the same of themselves in all fields: one key reaches everybody, a second one makes sure of it, a third adds nothing.
        var records = DirtyPeople.Make(23, 80, 1).SelectMany(r => new[] { r, r with { Key = r.Key + "+" } }).ToList();

        Assert.InRange(Choose(records, new Random(1), new KeyBudget { ShareMin = .2 }).Keys.Count, 1, 2);
    }

    private static KeyChoice Choose(List<MatchingRecord> records, Random random, KeyBudget budget)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var table = new RecordTable(words, values, new PairScorer(words, values, names, MatchModel.Shipped));
        var slots = new Dictionary<MatchingRecord, int>();
        foreach (var record in records.OrderBy(_ => random.Next()))
        {
            var profile = standardiser.Standardise(record.Fields);
            slots[record] = table.Add(records.IndexOf(record), record.SourceId, profile, ProfileHash.Of(words, values, names, profile));
        }

        var pairs = records.GroupBy(r => r.Entity, StringComparer.Ordinal)
            .SelectMany(g => g.SelectMany((a, i) => g.Skip(i + 1).Select((b, j) => new LikelyPair(slots[a], slots[b], .5 + (.01 * ((i + j) % 7))))))
            .OrderBy(_ => random.Next()).ToList();
        var all = new TrainingRecords(table, words, values, names);
        return new KeyChooser(all, new SampleIndex(all, all.Slots), MatchModel.Shipped, budget).Choose(pairs, CancellationToken.None);
    }
}
