using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Tests.Support;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>How often levels are met among strangers, in closed form and from pairs taken at random; and what is learned by name.</summary>
public sealed class StrangerShareTests
{
    private static readonly ComparisonLayout Layout = new(MatchModel.Shipped);

    [Fact]
    public void Levels_are_counted_by_the_chance_of_strangers_and_exact_ones_in_closed_form()
    {
        // Of 300 customers 60 have one phone: 60 * 59 of 300 * 299 ordered pairs agree.
        var records = TrainingSet.Of([.. Enumerable.Range(0, 300).Select(i => $"phone: {(i < 60 ? 5552817743 : 4440000000 + (i * 7919))}")]);
        var survey = new ValueSurvey(records, [.. records.Slots.Select((slot, i) => (slot, i + 1))], isByCustomer: true);
        Level[][] learned = [[Level.PhoneExact, Level.PhoneNear, Level.PhoneSimilar, Level.PhoneDifferent], [Level.GenderSame, Level.GenderDifferent]];
        var random = new SampledPair[50_000];
        for (var i = 0; i < random.Length; i++)
        {
            random[i] = new SampledPair(0, 1, 0, Layout.Add(Layout.Add(0, i % 4 == 0 ? Level.PhoneNear : Level.PhoneDifferent), i % 2 == 0 ? Level.GenderSame : Level.GenderDifferent));
        }

        var strangers = random.Select((_, i) => i % 4 == 0 ? .5 : 1).ToArray();
        var (start, shares) = (new LevelShares(MatchModel.Shipped), new LevelShares(MatchModel.Shipped));
        var session = new Session("phone", "phone", [0, 0], [], [1]) { Match = .5, Household = .25 };

        StrangerShares.Learn(start, shares, learned, random, strangers, Layout, survey, [session]);

        // 12,500 pairs near at half a chance each, of 43,750 in all, and 30,000 pairs of the start.
        var sum = learned[0].Sum(l => start.U[(int)l]);
        Assert.Equal((6250 + (30_000 * start.U[(int)Level.PhoneNear] / sum)) / 73_750, shares.U[(int)Level.PhoneNear], 9);
        Assert.Equal((37_500 + (30_000 * start.U[(int)Level.PhoneDifferent] / sum)) / 73_750, shares.U[(int)Level.PhoneDifferent], 9);
        var pairs = 300 * 299 / 2d;
        Assert.Equal((60 * 59 / 2d * .25 + (30_000 * start.U[(int)Level.PhoneExact] / sum)) / (pairs + 30_000), shares.U[(int)Level.PhoneExact], 9);
        Assert.Equal((18_750 + (30_000 * start.U[(int)Level.GenderSame] / (start.U[(int)Level.GenderSame] + start.U[(int)Level.GenderDifferent]))) / 73_750, shares.U[(int)Level.GenderSame], 9);
        Assert.Equal(start.U[(int)Level.EmailExact], shares.U[(int)Level.EmailExact]);
        Assert.Equal(start.M, shares.M);
    }

    [Fact]
    public void Names_that_twenty_records_have_get_levels_of_their_own_and_twelve_of_them_at_most()
    {
        var records = TrainingSet.Of([.. Enumerable.Range(0, 25).Select(i => string.Join(" | ", new[]
        {
            i < 20 ? $"identifier:loyalty: {7000 + i}" : "phone: 5552817743",
            i < 19 ? $"identifier:card: {7000 + i}" : "phone: 5552817744",
            $"identifier:ssn: 1128{i}5",
            $"attribute:size: {i}x",
        }))]);
        var seed = SeedModel.Make(MatchModel.Shipped, records);
        var exact = seed.ExactLevelOf("attribute:size");

        Assert.Equal(MatchModel.Shipped.LevelCount + 12, seed.LevelCount);
        Assert.Equal("identifier:loyalty", seed.ComparisonOf(seed.ExactLevelOf("identifier:loyalty")));
        Assert.Equal(Level.IdentifierExact, seed.ExactLevelOf("identifier:card"));
        Assert.Equal(MatchModel.Shipped.ProbabilitiesOf(Level.ExclusiveExact), seed.ProbabilitiesOf(seed.ExactLevelOf("identifier:ssn")));
        Assert.Equal(MatchModel.Shipped.ProbabilitiesOf(Level.IdentifierNear), seed.ProbabilitiesOf(seed.ExactLevelOf("identifier:loyalty") + 1));
        Assert.Equal(
            [new(.8, .3, .4), new(.04, .03, .03), new(.03, .03, .03), new(.13, .64, .54)],
            Enumerable.Range(0, 4).Select(i => seed.ProbabilitiesOf(exact + i)));
        Assert.Equal(MatchModel.Shipped.LevelCount, SeedModel.Make(seed, TrainingSet.Of("phone: 5552817743")).LevelCount);

        var many = TrainingSet.Of([.. Enumerable.Range(0, 30).Select(i => string.Join(" | ", Enumerable.Range(0, 14).Where(n => i >= n % 7).Select(n => $"attribute:a{(char)('a' + n)}: {i}")))]);
        var most = SeedModel.Make(MatchModel.Shipped, many);
        Assert.Equal(MatchModel.Shipped.LevelCount + 48, most.LevelCount);
        Assert.Equal(
            [Level.AttributeExact, Level.AttributeExact],
            new[] { most.ExactLevelOf("attribute:ag"), most.ExactLevelOf("attribute:an") });
    }

    [Fact]
    public void A_value_that_strangers_share_is_generic_from_five_records_on()
    {
        static string Stranger(int i) => $"name.given: {Word(i)} | name.family: {Word(i + 50)} | birthDate: 19{40 + (2 * i)}-0{1 + (i % 9)}-{10 + ((i * 5) % 19)}";
        static string Same(int i) => $"name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | address.houseNumber: {i}";
        string[] lines =
        [
            .. Enumerable.Range(0, 5).Select(i => $"{Stranger(i)} | phone: 5552817743"),
            .. Enumerable.Range(5, 5).Select(i => $"{Stranger(i)} | email: till@example.org"),
            .. Enumerable.Range(10, 4).Select(i => $"{Stranger(i)} | phone: 5559463028"),
            .. Enumerable.Range(0, 6).Select(i => $"{Same(i)} | identifier:card: 7729104"),
            .. Enumerable.Range(14, 6).Select(i => $"{Stranger(i)} | identifier:card: 5518823 | attribute:size: large"),
        ];
        var records = TrainingSet.Of(lines);
        var found = GenericValues.Find(records, new PairWeigher(records, MatchModel.Shipped), new PriorEstimate(.001, .001));

        Assert.Equal(
            ["email: till@example.org", "identifier: 5518823", "phone: 5552817743"],
            found.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value.Select(hash => $"{f.Key}: {TextOf(records, hash)}")));
    }

    private static string Word(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 8).Select(_ => (char)random.Next('a', 'z' + 1)));
    }

    private static string TextOf(TrainingRecords records, ulong hash) =>
        records.Values.Text(Enumerable.Range(1, records.Values.Count).First(id => records.Values.Hash(id) == hash)).ToString();
}
