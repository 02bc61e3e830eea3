using System.Globalization;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Tests.Support;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>The parts of training together, on few records.</summary>
public sealed class TrainerTests
{
    private static readonly List<MatchingRecord> People = DirtyPeople.Make(41, 40, 3);

    [Fact]
    public void The_sample_of_a_small_store_is_all_of_it_and_pairs_at_random_beside()
    {
        var records = TrainingSet.Of(People.Select(r => r.Fields));
        var layout = new ComparisonLayout(MatchModel.Shipped);
        var sample = TrainingSample.Gather(records, MatchModel.Shipped, layout, CancellationToken.None);
        var index = new SampleIndex(records, records.Slots);
        var builder = new KeyBuilder(records.Words, records.Values, records.Names, KeyPlan.Default);

        Assert.Equal(records.Slots, sample.Sampled);
        Assert.Equal(
            records.Slots.SelectMany(slot => Around(slot).Select(a => records.Ranks[slot] < records.Ranks[a.Key] ? (slot, a.Key, (uint)a.Value.Keys) : (a.Key, slot, (uint)a.Value.Keys))).Order(),
            sample.Pairs.Select(p => (p.A, p.B, p.Keys)).Order());
        Assert.All(sample.Weights, weight => Assert.Equal(1, weight));
        Assert.Equal((sample.Pairs.Length, 120_000), (sample.Weights.Length, sample.Random.Length));
        Assert.All(sample.Random, p => Assert.True(p.A != p.B && p.Keys == 0));
        Assert.Equal(records.Count * (records.Count - 1) / 2, sample.Random.Select(p => (p.A, p.B)).Distinct().Count());
        Assert.All(sample.Pairs.Concat(sample.Random), p => Assert.True(records.Ranks[p.A] < records.Ranks[p.B]));
        foreach (var group in sample.Pairs.Concat(sample.Random.Take(500)).GroupBy(p => (p.A, p.B)))
        {
            Assert.Single(group.Select(p => p.Vector).Distinct());
        }

        Dictionary<int, (ulong Keys, float Weight)> Around(int slot)
        {
            var around = new Dictionary<int, (ulong Keys, float Weight)>();
            index.Around(slot, builder.Build(records.Table.Profile(slot)), around);
            return around;
        }
    }

    [Fact]
    public void Of_a_large_store_six_thousand_records_are_learned_from_whatever_the_order_they_came_in()
    {
        var lines = Enumerable.Range(0, 30_001).Select(i => $"attribute:number: {i / 2}").ToArray();
        var (there, back) = (SampleOf(lines), SampleOf([.. lines.Reverse()]));
        var all = SampleOf(lines[1..]);

        Assert.Equal((6_000, 30_000), (there.Count, all.Count));
        Assert.Equal(there, back);
        Assert.All(there.GroupBy(n => n), twins => Assert.InRange(twins.Count(), 1, 2));

        // Taken by hash and not by place: every tenth of the values gives about as many.
        Assert.All(there.GroupBy(n => n / 1500).Take(10), tenth => Assert.InRange(tenth.Count(), 500, 700));
    }

    [Fact]
    public void What_was_learned_is_a_model_that_says_what_it_stands_on()
    {
        var records = TrainingSet.Of(People.Select(r => r.Fields));
        var model = new ModelTrainer(records, MatchModel.Shipped).Train(9, CancellationToken.None).Model;
        var figures = model.Training!;

        Assert.Equal((9, "trained"), (model.Version, model.Name));
        Assert.Equal((records.Count, records.Count), (figures.Records, figures.SampledRecords));
        Assert.InRange(figures.SampledPairs, 100, records.Count * records.Count);
        Assert.Equal(Math.Log2(figures.Match / (1 - figures.Match)), model.Limits.Prior, .006);
        Assert.Equal(Math.Log2(figures.Match / figures.Household), model.Limits.HouseholdPrior, .006);

        // True pairs among all pairs, roughly.
        var truth = People.GroupBy(r => r.Entity, StringComparer.Ordinal).Sum(g => g.Count() * (g.Count() - 1d)) / (records.Count * (records.Count - 1d));
        Assert.InRange(figures.Match, truth * .6, truth * 1.6);
        Assert.InRange(figures.Unreached, 0, .2);
        Assert.InRange(model.Document.Keys!.Count, 3, KeyPlan.KeysMax);
        foreach (var levels in new ComparisonLayout(model).Levels.Where(l => l.Length > 2 && model.ComparisonOf(l[0]) is "email" or "phone" or "birthDate" or "name.family"))
        {
            Assert.Equal(1, levels.Sum(l => model.ProbabilitiesOf(l).M), .02);
        }

        Assert.Equal(model.ProbabilitiesOf(Level.StreetExact).M, model.ProbabilitiesOf(Level.StreetExact).H);
        Assert.NotEqual(model.ProbabilitiesOf(Level.PhoneExact).M, model.ProbabilitiesOf(Level.PhoneExact).H);
        Assert.Equal(MatchModel.Shipped.ProbabilitiesOf(Level.NamesSwapped).M, model.ProbabilitiesOf(Level.NamesSwapped).M);
    }

    /// <summary>The numbers follow from the records alone: who changes them changes what all models say, and means to.</summary>
    [Fact]
    public void The_same_people_teach_the_same_numbers()
    {
        var model = new ModelTrainer(TrainingSet.Of(People.Select(r => r.Fields)), MatchModel.Shipped).Train(2, CancellationToken.None).Model;
        var (figures, layout) = (model.Training!, new ComparisonLayout(model));

        Assert.Equal((152, .01481, .00177), (figures.SampledPairs, Math.Round(figures.Match, 5), Math.Round(figures.Household, 5)));
        Table.Check(
            """
            name.given => 7.1/3.8 8.0/-1.2 6.4/2.6 3.8/0.4 4.6/2.4 2.3/0.3 0.6/-2.5 -1.7/-4.2 -4.7/-4.2 -7.7/-7.2
            name.family => 8.7/0.0 10.6/-0.9 3.6/1.8 4.2/1.3 0.1/-0.7 -4.3/-2.1
            name => -1.5/-1.5
            name.suffix => -6.0/-6.0
            gender => 0.3/1.1 -2.9/-4.2
            kind => -6.0/-6.0
            birthDate => 11.9/5.6 9.2/1.4 9.4/4.5 7.3/5.9 1.7/0.8 -1.6/-1.2 3.9/-0.8 -6.1/-6.0
            email => 13.1/1.7 12.7/2.8 6.1/1.1 5.1/0.1 -1.7/0.7 -2.7/-2.4
            phone => 10.8/0.4 9.5/2.1 6.0/2.9 -2.6/-1.4
            address.street => 6.7/0.0 2.7/0.0 4.7/0.0 -3.2/0.0
            address.houseNumber => 4.3/0.0 0.1/0.0 -3.0/0.0
            address.postalCode => 5.6/0.0 1.5/0.0 -3.1/0.0
            address.locality => 3.0/0.0 2.0/0.0 2.9/0.0 -3.3/0.0
            address.region => 0.3/0.0 -1.3/0.0
            identifier (exclusive) => 14.5/8.7 10.0/5.3 5.0/3.3 -5.0/-5.0
            identifier => 12.5/4.0 8.0/4.0 3.0/2.0 -2.2/-2.2
            identifier (device) => 12.0/0.7 0.0/0.0 0.0/0.0 0.0/0.0
            attribute => 0.0/0.0 0.0/0.0 0.0/0.0 0.0/0.0
            organization (employer) => 3.5/0.7 2.0/0.4 -1.6/-0.7
            organization => 10.5/10.5 7.0/7.0 8.0/8.0 1.5/1.5 -5.0/-5.0
            identifier:loyalty => 11.4/4.0 10.0/5.0 1.7/1.0 -4.2/-3.1
            """,
            name => string.Join(' ', layout.Levels.Single(levels => model.ComparisonOf(levels[0]) == name).Select(level => Bits(model, level))));
    }

    [Fact]
    public void A_large_store_is_learned_from_part_of_it_but_its_values_are_counted_in_all_of_it()
    {
        // One in eight is called Zembla, one in 1,000 by any other name.
        var records = TrainingSet.Of(
            [.. Enumerable.Range(0, 30_001).Select(i => $"name.family: {(i % 8 == 0 ? "Zembla" : $"Qorvex{i % 1000}x")} | phone: 5552{100000 + (i / 2)}")]);
        var model = new ModelTrainer(records, MatchModel.Shipped).Train(2, CancellationToken.None).Model;

        Assert.Equal((30_001, 6_000), (model.Training!.Records, model.Training.SampledRecords));
        Assert.Equal(.125, Assert.Single(model.Document.Frequencies["name.family"].Values).Value, .0005);
        Assert.Equal((.125 * .125) + (.875 / 1_000), model.ProbabilitiesOf(Level.FamilyExact).U, .0005);
    }

    [Fact]
    public void Training_stops_when_it_is_told_to()
    {
        var trainer = new ModelTrainer(TrainingSet.Of(People.Take(20).Select(r => r.Fields)), MatchModel.Shipped);

        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(2, new CancellationToken(canceled: true)));
    }

    /// <summary>Writes what a level weighs against strangers and against a household.</summary>
    private static string Bits(MatchModel model, Level level) =>
        string.Create(CultureInfo.InvariantCulture, $"{model.Weights[(int)level]:0.0}/{model.HouseholdWeights[(int)level]:0.0}");

    /// <summary>The values of the sampled records, sorted.</summary>
    private static List<int> SampleOf(string[] lines)
    {
        var records = TrainingSet.Of(lines);
        var sample = TrainingSample.Gather(records, MatchModel.Shipped, new ComparisonLayout(MatchModel.Shipped), CancellationToken.None);
        return [.. sample.Sampled.Select(slot => int.Parse(lines[slot][lines[slot].LastIndexOf(' ')..], CultureInfo.InvariantCulture)).Order()];
    }
}
