using System.Text.Json.Nodes;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Models;

/// <summary>What a model's file says is what scores are made of.</summary>
public sealed class ModelReadingTests
{
    private static readonly Level[] Fixed = Enum.GetValues<Level>();

    [Fact]
    public void Weights_are_log2_of_m_over_u_and_over_h()
    {
        foreach (var level in Fixed)
        {
            var p = MatchModel.Shipped.ProbabilitiesOf(level);
            Assert.Equal(Math.Log2(p.M / p.U), MatchModel.Shipped.Weights[(int)level], 4);
            Assert.Equal(Math.Log2(p.M / p.H), MatchModel.Shipped.HouseholdWeights[(int)level], 4);
        }

        Assert.Equal(Fixed.Length, MatchModel.Shipped.LevelCount);
    }

    [Fact]
    public void What_is_never_met_counts_as_one_in_ten_million()
    {
        var model = ModelVariants.Edit(m => m["comparisons"]!["gender"]!["same"] = new JsonObject { ["m"] = 1, ["u"] = 0, ["h"] = .25 });
        var other = ModelVariants.Edit(m => m["comparisons"]!["gender"]!["same"] = new JsonObject { ["m"] = 0, ["u"] = 1, ["h"] = 1 });

        Assert.Equal((23.2535f, 2f), (MathF.Round(model.Weights[(int)Level.GenderSame], 4), model.HouseholdWeights[(int)Level.GenderSame]));
        Assert.Equal(-23.2535f, MathF.Round(other.Weights[(int)Level.GenderSame], 4));
    }

    [Fact]
    public void Levels_are_named_by_comparison_and_level()
    {
        Assert.Equal(
            "name.given exact, name.family different, name swapped, name.suffix different, gender same, kind different, birthDate firstOfJanuary, "
            + "email sameLocal, phone near, address.street words, address.houseNumber near, address.postalCode exact, address.locality contained, "
            + "address.region different, identifier (exclusive) near, identifier similar, identifier (device) different, attribute exact, "
            + "organization (employer) similar, organization part",
            string.Join(", ", new[]
            {
                Level.GivenExact, Level.FamilyDifferent, Level.NamesSwapped, Level.GenerationDifferent, Level.GenderSame, Level.KindDifferent,
                Level.BirthFirstOfJanuary, Level.EmailSameLocal, Level.PhoneNear, Level.StreetWords, Level.HouseNear, Level.PostalExact,
                Level.LocalityContained, Level.RegionDifferent, Level.ExclusiveNear, Level.IdentifierSimilar, Level.DeviceDifferent,
                Level.AttributeExact, Level.EmployerSimilar, Level.CompanyPart,
            }.Select(level => $"{MatchModel.Shipped.ComparisonOf(level)} {MatchModel.LevelOf(level)}")));
    }

    [Fact]
    public void Identifiers_behave_as_their_names_say() => Table.Check(
        """
        identifier:ssn => ExclusiveExact
        identifier:usssnnumber => IdentifierExact
        identifier:vatid => ExclusiveExact
        identifier:private => IdentifierExact
        identifier:mypassport => ExclusiveExact
        identifier:driverlicence => ExclusiveExact
        identifier:leinumber => ExclusiveExact
        identifier:cookie => DeviceExact
        identifier:webcookieid => DeviceExact
        identifier:devicepassport => DeviceExact
        identifier:loyalty => IdentifierExact
        attribute:ssn => AttributeExact
        attribute:size => AttributeExact
        """,
        name => MatchModel.Shipped.ExactLevelOf(name).ToString());

    [Fact]
    public void What_was_learned_of_single_names_has_levels_of_its_own()
    {
        var model = Named();
        var (loyalty, ssn) = (model.ExactLevelOf("identifier:loyalty"), model.ExactLevelOf("identifier:ssn"));
        var names = new FieldNames();
        var (known, unknown) = (names.Intern("identifier:loyalty"), names.Intern("identifier:other"));
        var levels = new NamedLevels(model, names);

        Assert.Equal((Fixed.Length, Fixed.Length + 4, Fixed.Length + 8), ((int)loyalty, (int)ssn, model.LevelCount));
        Assert.Equal((loyalty, Level.IdentifierExact), (levels.Exact(known), levels.Exact(unknown)));
        Assert.Equal(ssn, levels.Exact(names.Intern("identifier:ssn")));
        Assert.Equal(
            "identifier:loyalty exact, identifier:loyalty near, identifier:loyalty similar, identifier:loyalty different, identifier:ssn exact",
            string.Join(", ", Enumerable.Range(0, 5).Select(i => $"{model.ComparisonOf(loyalty + i)} {MatchModel.LevelOf(loyalty + i)}")));
        Assert.Equal(3f, model.Weights[(int)loyalty]);
        Assert.Equal(new LevelProbabilities(.8, .1, .2), model.ProbabilitiesOf(loyalty));
        Assert.True(model.IsExclusive(ssn) && model.IsExclusive(Level.ExclusiveExact));
        Assert.False(model.IsExclusive(loyalty) || model.IsExclusive(Level.IdentifierExact) || model.IsExclusive(Level.DeviceExact));
    }

    [Fact]
    public void A_model_of_before_well_known_names_were_told_apart_goes_on_as_it_was()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(MatchModel.Shipped.ToJson())!;
        Assert.True(json["comparisons"]!["name.given"]!.AsObject().Remove("otherName"));

        var model = MatchModel.FromJson(json.ToJsonString());

        Assert.Equal(model.ProbabilitiesOf(Level.GivenDifferent), model.ProbabilitiesOf(Level.GivenOtherName));
    }

    [Fact]
    public void A_common_value_is_worth_less_than_the_average_and_a_rare_one_more()
    {
        var texts = new TextPool();
        var number = texts.Intern("4711");
        var model = Named();
        var loyalty = model.ExactLevelOf("identifier:loyalty");

        Assert.Equal(MathF.Log2(.1f / .4f), model.Frequencies.Adjust(loyalty, texts, texts.Intern("card")), 4);
        Assert.Equal(MathF.Log2(.1f / .2f), model.Frequencies.Adjust(loyalty, texts, number), 4);
        Assert.Equal(MathF.Log2(.1f / .025f), model.Frequencies.Adjust(loyalty, texts, texts.Intern("low")), 4);
        Assert.Equal(MathF.Log2(.1f / .025f), model.Frequencies.Adjust(loyalty, texts, texts.Intern("never met")), 4);
        Assert.Equal(0, model.Frequencies.Adjust(Level.GenderSame, texts, number));
        Assert.Equal("#" + texts.Hash(number).ToString("x16", System.Globalization.CultureInfo.InvariantCulture), ValueFrequencies.NameOf(texts.Hash(number)));
    }

    [Fact]
    public void Every_listed_value_is_found_whatever_else_is_listed()
    {
        var texts = new TextPool();
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 1; i <= 500; i++)
        {
            values[$"v{i}"] = i / 1000d;
        }

        var frequencies = new ValueFrequencies([(2, .5, new FrequencyTable(1e-6, values)), (3, .25, new FrequencyTable(.5, values))], 5);

        for (var i = 1; i <= 500; i++)
        {
            Assert.Equal(Math.Log2(.5 / (i / 1000d)), frequencies.Adjust((Level)2, texts, texts.Intern($"v{i}")), 4);
            Assert.Equal(-1, frequencies.Adjust((Level)3, texts, texts.Intern($"v{i}")), 4);
        }

        Assert.Equal(0, frequencies.Adjust((Level)4, texts, texts.Intern("v1")));
    }

    [Fact]
    public void A_model_is_the_same_by_its_numbers_and_not_by_its_name()
    {
        var renamed = new MatchModel(MatchModel.Shipped.Document with { Name = "other", Version = 7 });
        var moved = new MatchModel(renamed.Document with { Limits = renamed.Limits with { Prior = -12 } });

        Assert.True(renamed.HasSameNumbersAs(MatchModel.Shipped) && MatchModel.Shipped.HasSameNumbersAs(renamed));
        Assert.False(moved.HasSameNumbersAs(renamed));
        Assert.Equal((7, "other", null), (renamed.Version, renamed.Name, renamed.Training));
    }

    [Fact]
    public void Keys_that_are_given_replace_the_default_ones()
    {
        var generic = PackedKeys.Write([1, 2]);

        Assert.Same(KeyPlan.Default, MatchModel.Shipped.Plan);
        Assert.Equal(KeyPlan.Default.Texts, new MatchModel(MatchModel.Shipped.Document with { GenericAtoms = generic }).Plan.Texts);
        Assert.Equal(2, new MatchModel(MatchModel.Shipped.Document with { GenericAtoms = generic }).Plan.Generic!.Count);
        Assert.Equal(["email"], new MatchModel(MatchModel.Shipped.Document with { Keys = ["email"] }).Plan.Texts);
    }

    private static MatchModel Named() => ModelVariants.Edit(m =>
    {
        static JsonObject Levels(double m, double u, double h) => new() { ["m"] = m, ["u"] = u, ["h"] = h };
        static JsonObject Comparison() => new()
        {
            ["exact"] = Levels(.8, .1, .2),
            ["near"] = Levels(.1, .1, .1),
            ["similar"] = Levels(.1, .1, .1),
            ["different"] = Levels(.1, .7, .6),
        };

        m["comparisons"]!["identifier:ssn"] = Comparison();
        m["comparisons"]!["identifier:loyalty"] = Comparison();
        m["frequencies"]!["identifier:loyalty"] = new JsonObject
        {
            ["floor"] = .025,
            ["values"] = new JsonObject { ["card"] = .4, [ValueFrequencies.NameOf(StableHash.Of("4711"))] = .2, ["low"] = .001 },
        };
    });
}
