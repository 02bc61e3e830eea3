using IntegrationHub.Core.Records;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Suppression;

namespace IntegrationHub.Sync.Tests.Suppression;

public sealed class PostalTests
{
    [Theory]
    [InlineData("Jorg", "Mueller", "Hauptstr. 5", "10115", true)]
    [InlineData("J.", "Müller", "Hauptstraße 5", "10115", true)]
    [InlineData("", "Müller", "Hauptstraße 5", "10115", true)]
    [InlineData("", "Mueller", "Hauptstraße 5", "10115", true)]
    [InlineData("", "Müller", "Hauptstr. 5", "10115", false)]
    [InlineData("Petra", "Müller", "Hauptstraße 5", "10115", false)]
    [InlineData("Jörg", "Meier", "Hauptstraße 5", "10115", false)]
    [InlineData("Jörg", "Müller", "Hauptstraße 6", "10115", false)]
    [InlineData("Jörg", "Müller", "Hauptstraße 5", "10117", false)]
    [InlineData("Jörg", "Müller", "Gartenweg 5", "10115", false)]
    public void Entry_means_the_person_whom_a_letter_to_it_would_reach(string given, string family, string street, string postalCode, bool isSame) =>
        Assert.Equal(isSame, IsOn(Person("Jörg", "Müller", "Hauptstraße 5", "10115"), Person(given, family, street, postalCode)));

    [Fact]
    public void Americans_are_found_however_street_and_route_are_written()
    {
        var entry = Person("William", "O'Brien", "1200 North Main Street", "90210-1234");

        Assert.True(IsOn([new Field("name.full", "Bill O'Brien"), new Field("address.houseNumber", "1200"), new Field("address.street", "N Main St"), new Field("address.postalCode", "90210")], entry));
        Assert.False(IsOn(Person("William", "O'Brien Jr", "1200 N Main St", "90211"), entry));
    }

    [Fact]
    public void Record_without_name_or_postal_code_has_no_key()
    {
        Assert.Empty(PostalKeys.Of(Person("", "", "Hauptstraße 5", "10115")));
        Assert.Empty(PostalKeys.Of(Person("Jörg", "Müller", "Hauptstraße 5", "")));
    }

    private static bool IsOn(Field[] person, Field[] entry) =>
        PostalKeys.Of(person).Intersect(PostalKeys.Of(entry)).Any() && PostalComparison.IsSame(MatchModel.Shipped, person, entry);

    private static Field[] Person(string given, string family, string street, string postalCode) =>
        [.. new Field[] { new("name.given", given), new("name.family", family), new("address.line1", street), new("address.postalCode", postalCode) }.Where(f => f.Value.Length > 0)];
}
