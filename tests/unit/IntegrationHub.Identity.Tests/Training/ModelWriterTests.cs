using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>What was learned, as it is written into a model.</summary>
public sealed class ModelWriterTests
{
    private static readonly string[] Town =
    [
        .. Enumerable.Range(0, 30).Select(i => $"name.given: Maria | name.family: Qorvex{(char)('a' + (i % 15))}{(char)('a' + (i / 15))} | address.locality: Ashford | birthDate: 1981-04-07"),
        .. Enumerable.Range(0, 70).Select(i => $"name.given: Zebulon | address.locality: {(i < 2 ? "Dunmore" : "Town" + (char)('a' + (i % 20)) + (char)('a' + (i / 20)))} | phone: 5552817743"),
    ];

    [Fact]
    public void Probabilities_are_written_to_four_digits()
    {
        var model = Write(shares =>
        {
            shares.M[(int)Level.GivenExact] = .123456;
            shares.U[(int)Level.GivenExact] = .000123456;
            shares.H[(int)Level.GivenExact] = 0;
            shares.M[(int)Level.GivenNear] = 1;
        });

        Assert.Equal(new LevelProbabilities(.1235, .0001235, 0), model.ProbabilitiesOf(Level.GivenExact));
        Assert.Equal(1, model.ProbabilitiesOf(Level.GivenNear).M);
        Assert.Equal((7, "trained"), (model.Version, model.Name));
        Assert.Equal(MatchModel.Shipped.ProbabilitiesOf(Level.PhoneNear).M, model.ProbabilitiesOf(Level.PhoneNear).M, 4);
    }

    [Fact]
    public void Names_are_counted_with_the_public_counts_as_25_customers_more()
    {
        var model = Write(_ => { });
        var given = model.Document.Frequencies["name.given"].Values;
        var known = MatchModel.Shipped.Document.Frequencies["name.given"];

        // 100 customers have a given name: 30 and 70 of them these two.
        Assert.Equal((29 + (25 * known.Values["maria"])) / 125, given["maria"], 3);
        Assert.Equal(69 / 125d, given[ValueFrequencies.NameOf(StableHash.Of("zebulon"))], 2);
        Assert.Equal(known.Floor, model.Document.Frequencies["name.given"].Floor);
        Assert.DoesNotContain(given, v => v.Value <= known.Floor);
    }

    [Fact]
    public void Places_are_worth_more_the_rarer_and_what_is_ones_own_only_less_when_common()
    {
        var model = Write(shares =>
        {
            shares.U[(int)Level.LocalityExact] = .02;
            shares.U[(int)Level.BirthExact] = .0008;
        });
        var places = model.Document.Frequencies["address.locality"];
        var dates = model.Document.Frequencies["birthDate"];

        Assert.Equal(.005, places.Floor);
        Assert.Equal(.3, places.Values[Name("ashford")]);
        Assert.False(places.Values.ContainsKey(Name("dunmore")));
        Assert.Equal(.0008, dates.Floor);
        Assert.Equal(1, dates.Values[Name("19810407")]);
        Assert.Equal(.0002, Write(shares => shares.U[(int)Level.LocalityExact] = .0004).Document.Frequencies["address.locality"].Floor);
    }

    [Fact]
    public void A_shared_number_counts_in_full_unless_it_is_generic()
    {
        var hash = StableHash.Of("5552817743");
        var plain = Write(_ => { }).Document.Frequencies["phone"];
        var generic = Write(shares => shares.M[(int)Level.PhoneExact] = .75, new() { ["phone"] = [hash] }).Document.Frequencies["phone"];

        Assert.Empty(plain.Values);
        Assert.Equal([(ValueFrequencies.NameOf(hash), .75)], generic.Values.Select(v => (v.Key, v.Value)));
        Assert.Equal(MatchModel.Shipped.ProbabilitiesOf(Level.PhoneExact).U, plain.Floor, 6);
    }

    [Fact]
    public void Where_customers_are_not_known_a_value_is_common_from_forty_records_on()
    {
        Assert.Empty(Write(_ => { }, isByCustomer: false).Document.Frequencies["birthDate"].Values);
        Assert.Single(Write(_ => { }, isByCustomer: true).Document.Frequencies["birthDate"].Values);
    }

    private static string Name(string text) => ValueFrequencies.NameOf(StableHash.Of(text));

    private static MatchModel Write(Action<LevelShares> learn, Dictionary<string, SortedSet<ulong>>? generic = null, bool isByCustomer = true)
    {
        var records = TrainingSet.Of(Town);
        var survey = new ValueSurvey(records, [.. records.Slots.Select((slot, i) => (slot, i + 1))], isByCustomer);
        var shares = new LevelShares(MatchModel.Shipped);
        learn(shares);
        return ModelWriter.Write(MatchModel.Shipped, new ComparisonLayout(MatchModel.Shipped), shares, survey, generic ?? [], version: 7);
    }
}
