using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Companies by their names, and employers of people.</summary>
public sealed class OrganizationLevelsTests
{
    [Fact]
    public void Organizations_are_graded() => Table.CheckLevels(string.Empty,
        """
        organization: Acme Tools ~ name.given: Anna | name.family: Holtz => kind different
        organization: Acme Tools ~ organization: Acme Tools => organization exact
        organization: Acme Tools ~ organization: Acme Tools Ltd => organization exact
        organization: Acme Tools GmbH ~ name.full: Acme Tools Ltd => organization exact
        organization: Acme Tools ~ organization: Acme Tool => organization near
        organization: Acme Tools Northern ~ organization: Acme Tools => organization contained
        organization: Acme Tools Northern ~ organization: Acme => organization part
        organization: Acme Tools Northern ~ organization: Acme Bakery => organization part
        organization: Acme Tools ~ organization: Zuider Bakery => organization different
        organization: Acme Toolsmith Northern ~ organization: Acme Toolsmit Bakery => organization part
        organization: ... ~ organization: Zembla Works => nothing
        organization: ... | organization: Zembla Works ~ organization: Zembla Works | organization: ... => organization exact
        organization: GmbH & Co. KG ~ organization: Zembla Works => organization different
        organization: Zemblatzho Works ~ organization: Kato Zemblatkus Umbo => organization part
        organization: Qabcdewl Umbo ~ organization: Kabcdeshpn Kato => organization different
        organization: Ltd ~ organization: Ltd => organization exact
        organization: Acme | organization: Zuider Bakery ~ organization: Zuider Bakery => organization exact
        organization: Zuider Bakery ~ organization: Acme | organization: Zuider Bakery => organization exact
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Tools => name.family exact, organization (employer) exact
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Tools Northern => name.family exact, organization (employer) similar
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Tool => name.family exact, organization (employer) similar
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Bakery => name.family exact, organization (employer) different
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Zuider Bakery => name.family exact, organization (employer) different
        name.family: Holtz | organization: Acme Tools ~ organization: Acme Tools => kind different, organization (employer) exact
        name.full: Acme Tools GmbH ~ name.full: Acme Tools => kind different
        name.full: GmbH ~ name.full: GmbH => name.family exact
        """);
}
