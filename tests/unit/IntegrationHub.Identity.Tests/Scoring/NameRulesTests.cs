using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>What two writings of a name say, and what they do not.</summary>
public sealed class NameRulesTests
{
    [Theory]
    [InlineData("Rosemary A", "Rosemay A", "near", "an initial in common is no name in common")]
    [InlineData("Peggie", "Margaret", "nickname", "a short form may end in other letters than in the list")]
    [InlineData("Robbie", "Robert", "nickname", "a short form may be listed for another name")]
    [InlineData("Darletta", "Darla", "unclear", "a common beginning alone does not make names alike")]
    [InlineData("Mark", "Marsha", "otherName", "two well-known names are two names, however alike")]
    [InlineData("John", "Patrick", "otherName", "two well-known names are two names")]
    [InlineData("John", "Xqwzt", "different", "what is no known name may be anything")]
    public void Given_names_are_told_apart(string a, string b, string level, string why)
    {
        var given = Person.Engine($"name.given: {a} | name.family: Thomas", $"name.given: {b} | name.family: Thomas")
            .Explain(1, 2).Comparisons.Single(c => c.Field == "name.given");

        Assert.True(level == given.Level, $"{given.Level}: {why}");
    }

    [Fact]
    public void A_mailbox_made_of_the_name_says_no_more_than_the_name()
    {
        const string Name = "name.given: Jay | name.family: Jones";

        Assert.Equal("different", EmailLevel($"{Name} | email: jjones@mail.example", $"{Name} | email: jjones@kontor.test"));
        Assert.Equal("sameLocal", EmailLevel($"{Name} | email: jjones71@mail.example", $"{Name} | email: jjones71@kontor.test"));
    }

    [Fact]
    public void Two_people_of_one_home_and_one_birth_date_with_other_names_stay_two()
    {
        const string Home = "name.family: Okafor | birthDate: 1990-02-03 | address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123";

        Assert.Equal("1 | 2", Person.Clusters(Person.Engine($"name.given: John | {Home}", $"name.given: Patrick | {Home}")));
    }

    [Fact]
    public void A_record_that_fits_father_and_son_of_one_name_and_home_joins_neither()
    {
        const string Home = "name.given: John | name.family: Okafor | address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123";
        var engine = Person.Engine($"{Home} | birthDate: 1960-02-03", $"{Home} | birthDate: 1990-11-27", Home);
        var resolution = engine.Resolve(null, CancellationToken.None);

        Assert.Equal(3, resolution.Clusters.Count);
        Assert.Contains(resolution.Doubtful, d => d.IsAmbiguous);
    }

    private static string EmailLevel(string a, string b) => Person.Engine(a, b).Explain(1, 2).Comparisons.Single(c => c.Field == "email").Level;
}
