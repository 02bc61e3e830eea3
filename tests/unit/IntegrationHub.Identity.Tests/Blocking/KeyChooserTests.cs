using System.Globalization;
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

    [Fact]
    public void Keys_are_chosen_by_what_they_reach_beside_the_others_and_what_they_cost() => Table.Check(
        """
        12 .001 .3 => email .5 .75, birth.date .5 .25, unreached .0588
        .125 .001 .3 => email .5 .75, birth.date .5 .25, unreached .0588
        .124 .001 .3 => email .5 .75, unreached 0
        .0625 .001 .3 => email .5 .75, unreached 0
        .0624 .001 .3 => unreached 0
        12 .4 .3 => email .5 .75, birth.date .5 .25, unreached .0588
        12 .41 .3 => email .5 .75, unreached 0
        12 .25 0 => email .5 .75, birth.date .5 .25, unreached .0588
        12 .26 0 => email .5 .75, unreached 0
        12 .76 .3 => unreached 0
        """,
        line => Describe(Choose(Few(), sampled: 8, Read(line)), Read(line)));

    [Fact]
    public void What_a_key_costs_is_estimated_from_sampled_records_and_what_it_finds_rightly_is_taken_off() => Table.Check(
        """
        8 => email .5 .75, birth.date .5 .25, unreached .0588
        4 => email 0 .75, birth.date 0 .25, unreached .0588
        """,
        sampled => Describe(Choose(Few(), int.Parse(sampled, CultureInfo.InvariantCulture), new KeyBudget()), new KeyBudget()));

    [Fact]
    public void A_block_above_the_cap_costs_no_more_than_the_cap_and_is_named_to_be_split()
    {
        var crowd = Enumerable.Repeat("email: ab@example.org", 20).ToList();

        var choice = Choose((crowd, [(0, 1, 1)]), sampled: 20, new KeyBudget());

        Assert.Equal(("email", (20 * 16 / 2) - 1), (choice.Keys[0].Text, choice.Keys[0].Pairs));
        Assert.Equal(choice.Keys[0].Pairs, choice.PairsEstimated);
        Assert.Equal(new BlockSize("email", 20, 0), choice.WorstKeys[0]);
        Assert.Equal(choice.Index.OversizedKeys.Distinct().Count(), PackedKeys.Read(choice.SplitKeys, "splitKeys").Count);
        Assert.Equal(["email"], choice.Texts);
    }

    /// <summary>Two of one mailbox and birth date, two of one mailbox, two of one birth date, and two with nothing in common.</summary>
    private static (List<string> Lines, (int A, int B, double Weight)[] Pairs) Few() => (
        [
            "email: ab@example.org | birthDate: 1981-04-07", "email: cd@example.org", "birthDate: 1950-05-05", "gender: female",
            "birthDate: 1981-04-07 | email: ab@example.org", "email: cd@example.org", "birthDate: 1950-05-05", "gender: male",
        ],
        [(4, 0, 1), (1, 5, .5), (6, 2, .5)]);

    private static KeyBudget Read(string line) => line.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray() is [var pairs, var share, var second]
        ? new KeyBudget { PairsPerRecord = pairs, ShareMin = share, SecondReach = second }
        : throw new FormatException(line);

    private static string Describe(KeyChoice choice, KeyBudget budget)
    {
        Assert.True(choice.PairsEstimated <= budget.PairsPerRecord * 8);
        return string.Join(", ", choice.Keys.Select(k => FormattableString.Invariant($"{k.Text} {k.Pairs:.##;;0} {k.ShareAdded:.##}"))
            .Append(FormattableString.Invariant($"unreached {choice.Unreached:.####;;0}")));
    }

    private static KeyChoice Choose((List<string> Lines, (int A, int B, double Weight)[] Pairs) few, int sampled, KeyBudget budget)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var table = new RecordTable(words, values, new PairScorer(words, values, names, MatchModel.Shipped));
        for (var i = 0; i < few.Lines.Count; i++)
        {
            table.Add(i, 1, standardiser.Standardise(Person.Of(few.Lines[i])), (ulong)i);
        }

        var all = new TrainingRecords(table, words, values, names);
        var pairs = few.Pairs.Select(p => new LikelyPair(p.A, p.B, p.Weight)).ToList();
        return new KeyChooser(all, new SampleIndex(all, all.Slots[..sampled]), MatchModel.Shipped, budget).Choose(pairs, CancellationToken.None);
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
