using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Tests.Support;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>Who shares a key with whom, and what pairs say.</summary>
public sealed class SampleIndexTests
{
    [Fact]
    public void Around_a_record_is_everybody_who_shares_a_key_with_it()
    {
        var records = TrainingSet.Of(DirtyPeople.Make(31, 20, 4).Select(r => r.Fields));
        var plan = KeyPlan.Default;
        var builder = new KeyBuilder(records.Words, records.Values, records.Names, plan);
        var keys = records.Slots.ToDictionary(slot => slot, slot => builder.Build(records.Table.Profile(slot)).ToArray());
        var sample = records.Slots.Take(15).ToArray();
        var index = new SampleIndex(records, sample);

        var around = new Dictionary<int, (ulong Keys, float Weight)>();
        foreach (var slot in sample)
        {
            var expected = records.Slots.Where(other => other != slot).ToDictionary(
                other => other, other => keys[slot].Intersect(keys[other]).Aggregate(0UL, (bits, key) => bits | (1UL << BlockKey.Number(key))));
            index.Around(slot, keys[slot], around);
            Assert.Equal(expected.Where(e => e.Value != 0).OrderBy(e => e.Key), around.ToDictionary(a => a.Key, a => a.Value.Keys).OrderBy(e => e.Key));
            Assert.All(around.Values, a => Assert.Equal(1, a.Weight));
        }
    }

    [Fact]
    public void Of_a_thinned_store_the_same_part_is_looked_at_for_every_record()
    {
        var records = TrainingSet.Of(DirtyPeople.Make(33, 60, 4).Select(r => r.Fields));
        int[] sample = [.. records.Slots.OrderBy(records.ChoosingHash).Take(20)];
        var (whole, half) = (new SampleIndex(records, sample), new SampleIndex(records, sample, thinning: 2));
        var builder = whole.NewBuilder(SampleIndex.Catalogue);
        var (all, some) = (new Dictionary<int, (ulong Keys, float Weight)>(), new Dictionary<int, (ulong Keys, float Weight)>());
        var keysOf = records.Slots.ToDictionary(slot => slot, slot => builder.Build(records.Table.Profile(slot)).ToArray());
        int[] population = [.. records.Slots.Where(slot => records.ChoosingHash(slot) <= ulong.MaxValue / 2)];
        var met = 0;
        foreach (var slot in sample)
        {
            var keys = keysOf[slot];
            whole.Around(slot, keys, all);
            half.Around(slot, keys, some);

            Assert.Equal(all.Keys.Intersect(population).Order(), some.Keys.Order());
            Assert.All(keys, key => Assert.Equal(2 * population.Count(other => other != slot && keysOf[other].Contains(key)), half.OthersOf(key)));
            met += some.Count;
        }

        Assert.True(met > 20);
        Assert.Equal((records.Count, records.Count / 2d), (whole.Population, half.Population));
    }

    [Fact]
    public void Of_a_thinned_store_fewer_stand_for_a_large_block_so_that_it_weighs_as_it_does_in_the_whole()
    {
        string[] lines = [.. Enumerable.Range(0, 400).Select(i => $"email: rota@example.org | phone: 55528{10000 + i}")];
        var records = TrainingSet.Of(lines);
        int[] sample = [.. records.Slots.OrderBy(records.ChoosingHash).Take(10)];
        var index = new SampleIndex(records, sample, thinning: 4);
        var population = records.Slots.Count(slot => records.ChoosingHash(slot) <= ulong.MaxValue / 4);
        var around = new Dictionary<int, (ulong Keys, float Weight)>();

        index.Around(sample[3], index.NewBuilder(KeyPlan.Default).Build(records.Table.Profile(sample[3])), around);

        // Of the whole store it would be 64 of 400.
        Assert.InRange(around.Count, 15, 17);
        Assert.Contains(around.Values, v => v.Weight == population / 16f);
    }

    [Fact]
    public void Of_a_large_block_some_stand_for_all()
    {
        string[] lines = [.. Enumerable.Range(0, 160).Select(i => $"email: rota@example.org | phone: 55528{10000 + (i / 2)}")];
        var records = TrainingSet.Of(lines);
        var index = new SampleIndex(records, records.Slots[..10]);
        var builder = index.NewBuilder(KeyPlan.Default);
        var slot = records.Slots[3];

        var around = new Dictionary<int, (ulong Keys, float Weight)>();
        index.Around(slot, builder.Build(records.Table.Profile(slot)), around);

        Assert.InRange(around.Count, 63, 65);
        Assert.Equal((2, around.Count - 1), (around.Values.Select(v => v.Weight).Distinct().Count(), around.Values.Count(v => v.Weight == 2.5f)));
        var twin = Assert.Single(around, a => a.Value.Weight == 1);
        Assert.True((twin.Value.Keys & 8) != 0 && twin.Key / 2 == slot / 2);
        index.Around(slot, [12345UL], around);
        Assert.Empty(around);
    }

    [Fact]
    public void What_a_pair_says_is_its_score_without_the_priors_and_without_what_is_left_out()
    {
        var records = TrainingSet.Of(
            "name.given: Anna | name.family: Holtz | email: anna.holtz@example.org | phone: 5552817743",
            "name.given: Anna | name.family: Holz | email: anna.holtz@example.org | phone: 5552817799");
        var model = MatchModel.Shipped;
        var weigher = new PairWeigher(records, model);
        var whole = weigher.Weigh(0, 1);
        var score = records.Table.Score(0, 1, out _);

        Assert.Equal(whole, weigher.Weigh(1, 0));
        Assert.Equal([whole, whole], weigher.Weigh([new SampledPair(0, 1, 0, 0), new SampledPair(1, 0, 0, 0)]));
        Assert.Equal(score, new Rivals(whole.Stranger + (float)model.Limits.Prior, whole.Household + (float)model.Limits.HouseholdPrior).Bits, 3);
        var without = weigher.Weigh(0, 1, Level.PhoneExact, Level.PhoneDifferent);
        Assert.Equal(model.Weights[(int)Level.PhoneSimilar], whole.Stranger - without.Stranger, 3);
        Assert.Equal(model.HouseholdWeights[(int)Level.PhoneSimilar], whole.Household - without.Household, 3);
        Assert.Equal(whole, weigher.Weigh(0, 1, Level.GenderSame, Level.GenderDifferent));
        Assert.NotEqual(whole, weigher.Weigh(0, 1, Level.PhoneSimilar, Level.PhoneSimilar));
    }

    [Fact]
    public void Likely_pairs_are_found_once_by_any_key_of_the_catalogue()
    {
        var people = DirtyPeople.Make(32, 25, 3);
        var records = TrainingSet.Of(people.Select(r => r.Fields));
        var model = MatchModel.Shipped;
        var weigher = new PairWeigher(records, model);

        var pairs = LikelyPairs.Find(records, new SampleIndex(records, records.Slots), model);
        var few = LikelyPairs.Find(records, new SampleIndex(records, records.Slots[..(records.Count / 2)]), model);

        Assert.True(few.Count < pairs.Count && pairs.Count > 10);
        Assert.Equal(pairs.Count, pairs.Select(p => (Math.Min(p.A, p.B), Math.Max(p.A, p.B))).Distinct().Count());
        Assert.All(pairs, p =>
        {
            var chance = weigher.Weigh(p.A, p.B).Chances(model.Limits.Prior, model.Limits.HouseholdPrior).Match;
            Assert.InRange(chance, .05, 1);
            Assert.Equal(chance, p.Weight, 5);
        });
        Assert.Contains(pairs, p => people[p.A].Entity == people[p.B].Entity);
    }
}
