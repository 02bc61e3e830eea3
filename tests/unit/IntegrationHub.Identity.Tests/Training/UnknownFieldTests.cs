using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>What identifiers and attributes of names never heard of are worth is learned from how they behave.</summary>
public sealed class UnknownFieldTests
{
    private const double StrongBits = 8;
    private const double SomeBits = 3;
    private const double HardlyBits = .5;

    private static readonly MatchModel Trained = MatchingRun.Trained(Records());

    [Fact]
    public void An_identifier_that_is_one_persons_own_says_much() => Assert.True(Weight("identifier:quill") > StrongBits);

    [Fact]
    public void An_identifier_that_half_the_town_has_says_little() => Assert.True(Weight("identifier:tariff") < SomeBits);

    [Fact]
    public void An_attribute_that_stays_with_a_person_says_something() => Assert.InRange(Weight("attribute:hamlet"), SomeBits, StrongBits);

    [Fact]
    public void An_attribute_of_values_at_random_says_nothing()
    {
        var exact = Trained.ExactLevelOf("attribute:mood");

        Assert.InRange(Weight("attribute:mood"), -HardlyBits, HardlyBits);
        Assert.InRange(Trained.Weights[(int)exact + LevelTable.NamedLength - 1], -HardlyBits, HardlyBits);
    }

    [Theory]
    [InlineData("identifier:quill")]
    [InlineData("attribute:mood")]
    public void The_models_file_tells_what_it_learned_of_them(string name) =>
        Assert.Equal(["exact", "near", "similar", "different"], MatchModel.FromJson(Trained.ToJson()).Document.Comparisons[name].Keys);

    private static double Weight(string name) => Trained.Weights[(int)Trained.ExactLevelOf(name)];

    private static List<MatchingRecord> Records()
    {
        var random = new Random(31);
        return [.. DirtyPeople.Make(31, 350, 4).Select(r => r with { Fields = [.. r.Fields, .. Extra(int.Parse(r.Entity, CultureInfo.InvariantCulture), random)] })];
    }

    private static List<Field> Extra(int person, Random random) =>
    [
        new("identifier:quill", $"q{(person + 7) * 7919 % 1_000_003:000000}"),
        new("identifier:tariff", $"plan{person % 3}"),
        new("attribute:hamlet", $"hamlet{person * 31 % 60}"),
        new("attribute:mood", $"mood{random.Next(6)}"),
    ];
}
