using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>People of one town, one street, one name; and people with several addresses of their own.</summary>
public sealed class NeighbourTests
{
    [Fact]
    public void Father_and_son_of_one_name_a_few_doors_apart_stay_two_people()
    {
        const string Street = "address.street: Quillan Avenue | address.postalCode: 68131 | address.locality: Omaha | address.region: NE";
        var engine = Person.Engine(
            $"name.given: Theodore | name.family: Brannigan | birthDate: 1979-08-23 | address.houseNumber: 1426 | {Street}",
            $"name.given: Theodore | name.family: Brannigan | birthDate: 1951-02-11 | address.houseNumber: 1430 | {Street}");

        Assert.Equal("1 | 2", Person.Clusters(engine));
        Assert.NotEmpty(engine.Explain(1, 2).Walls);
    }

    [Fact]
    public void One_town_and_one_given_name_make_no_one_person()
    {
        const string Town = "address.postalCode: 68104 | address.locality: Omaha | address.region: NE";
        var engine = Person.Engine(
            $"name.given: Jack | name.family: Pickering | address.street: Juniper Hollow Road | address.houseNumber: 12 | {Town}",
            $"name.given: Jack | name.family: Schonfeld | address.street: Tallgrass Terrace | address.houseNumber: 77 | {Town}");

        Assert.Equal("1 | 2", Person.Clusters(engine));
    }

    [Fact]
    public void A_web_account_joins_its_owner_who_also_has_another_address()
    {
        const string Name = "name.given: Theodore | name.family: Brannigan | birthDate: 1979-08-23";
        var engine = Person.Engine(
            $"{Name} | email: ted.brannigan@mail.example",
            $"{Name} | email: khakis38@prairiepost.example",
            $"{Name} | email: khakis38@prairiepost.example",
            $"{Name} | email: khakis38@prairiepost.example",
            "email: ted.brannigan@mail.example");

        Assert.Equal("1 2 3 4 5", Person.Clusters(engine));
    }
}
