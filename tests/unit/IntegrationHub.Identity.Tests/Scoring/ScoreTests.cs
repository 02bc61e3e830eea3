using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Scores to the hundredth of a bit, under round weights: against strangers, against a household, against both.</summary>
public sealed class ScoreTests
{
    [Fact]
    public void Walls_are_raised_where_the_score_says_apart() => Table.Check(
        """
        name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | phone: 5552817743 ~ name.given: Bernd | name.family: Holtz | birthDate: 1990-11-23 | phone: 5552817743 => -27.38 -4.63 -27.38 against -19.38 walls Twins
        name.given: Grace | birthDate: 1981-04-07 | phone: 5552817743 ~ name.given: Samuel | birthDate: 1990-11-23 | phone: 5552817743 => -30.38 -8.5 -30.38 against -21.38 walls Twins
        name.given: Grace | birthDate: 1981-04-07 | email: zq@example.org ~ name.given: Samuel | birthDate: 1990-11-23 | email: zq@example.org => -26.38 -9.25 -26.38 against -21.38 walls Twins
        name.given: Grace | birthDate: 1981-04-07 | address.street: Qorvex Lane ~ name.given: Samuel | birthDate: 1990-11-23 | address.street: Qorvex Lane => -30.38 -9.44 -30.38 against -21.38
        name.given: Grace | birthDate: 1981-04-07 | address.street: Qorvex Lane | address.houseNumber: 4 ~ name.given: Samuel | birthDate: 1990-11-23 | address.street: Qorvex Lane | address.houseNumber: 4 => -26.38 -7.44 -26.38 against -21.38 walls Twins
        name.given: Grace | birthDate: 1981-04-07 | address.houseNumber: 4 ~ name.given: Samuel | birthDate: 1990-11-23 | address.houseNumber: 4 => -27.38 -9.69 -27.38 against -21.38
        name.given: G | birthDate: 1981-04-07 | phone: 5552817743 ~ name.given: Samuel | birthDate: 1990-11-23 | phone: 5552817743 => -26.38 -6.5 -26.38 against -17.38 walls Twins
        name.given: Qorvexia | birthDate: 1981-04-07 | phone: 5552817743 ~ name.given: Zembltz | birthDate: 1990-11-23 | phone: 5552817743 => -28.38 -7.5 -28.38 against -19.38 walls Twins
        name.given: Qorvexia | phone: 5552817743 ~ name.given: Zembltz | phone: 5552817743 => -19.13 -2.88 -19.13 against -10.13
        name.given: Grace | phone: 5552817743 ~ name.given: Samuel | phone: 5552817743 => -21.13 -3.88 -21.13 against -12.13 walls Twins
        name.given: Grace | phone: 5552817743 ~ name.given: Samuel | phone: 9463028815 => -21.75 -6.88 -21.75 against -12.13
        birthDate: 1981-04-07 | phone: 5552817743 ~ birthDate: 1990-11-23 | phone: 5552817743 => -18.25 -2.44 -18.25 against -9.25
        identifier:ssn: 111222333 | name.given: Grace ~ identifier:ssn: 994650081 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:ssn: 111222333 | birthDate: 1981-04-07 ~ identifier:ssn: 994650081 | birthDate: 1990-11-23 => -19.88 -5.94 -19.88 against -9.88 walls Identifiers
        identifier:ssn: 111222333 | name.given: Grace ~ identifier:ssn: 994650081 | name.given: Grace => -5.63 1.63 -5.63 against -0.63
        identifier:ssn: 111222333 ~ identifier:ssn: 994650081 => -10.63 -1.31 -10.63 against -0.63
        identifier:ssn: 111222333 | name.given: G ~ identifier:ssn: 994650081 | name.given: Samuel => -18.75 -5.38 -18.75 against -8.75 walls Identifiers
        identifier:ssn: 112823374 | name.given: Grace ~ identifier:ssn: 112829955 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75
        identifier:ssn: 112823374 | name.given: Grace ~ identifier:ssn: 112859955 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:ssn: 11282337 | name.given: Grace ~ identifier:ssn: 11289955 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:loyalty: 111222333 | name.given: Grace ~ identifier:loyalty: 994650081 | name.given: Samuel => -23 -7.5 -23 against -13
        identifier:ssn: 111222333 | identifier:ssn: 5556667 | name.given: Grace ~ identifier:ssn: 994650081 | identifier:ssn: 5556667 | name.given: Samuel => -16.75 -4.38 -16.75 against -12.13
        name.family: Holtz | birthDate: 1940-03-05 ~ name.family: Holtz | birthDate: 1966-08-19 => -18.25 -2.75 -18.25 against -9.25 walls Generation
        name.family: Holtz | birthDate: 1940-03-05 | address.street: Qorvex Lane ~ name.family: Holtz | birthDate: 1966-08-19 | address.street: Zembla Road => -19.75 -3.5 -19.75 against -10.75 walls Generation
        name.given: Peter | birthDate: 1940-03-05 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75 walls Generation
        name.given: Peter | birthDate: 1940-03-05 | address.street: Qorvex Lane | address.houseNumber: 14 ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Qorvex Lane | address.houseNumber: 52 => -13.25 -0.44 -13.25 against -9.25 walls Generation
        name.given: Peter | birthDate: 1951-03-05 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75 walls Generation
        name.given: Peter | birthDate: 1952-03-05 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1940-08-05 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1940-03-19 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1940-01-01 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1966-08-19 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1940-01-01 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1940-03 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1940-13-05 | address.street: Qorvex Lane ~ name.given: Peter | birthDate: 1966-08-19 | address.street: Zembla Road => -15.75 -3.44 -15.75 against -10.75
        name.given: Peter | birthDate: 1940-03-05 ~ name.given: Peter | birthDate: 1966-08-19 => -14.25 -2.69 -14.25 against -9.25
        name.given: Peter | birthDate: 1940-03-05 | phone: 5552817743 ~ name.given: Peter | birthDate: 1966-08-19 | phone: 5552817743 => -13.25 0.5 -13.25 against -9.25 walls Generation
        name.family: Dobbins | name.suffix: Jr | name.given: David | email: d@example.org | phone: 5550017743 | birthDate: 1981-04-07 | identifier:card: 8829104 ~ name.family: Dobbins | name.suffix: Sr | name.given: David | email: d@example.org | phone: 5550017743 | birthDate: 1981-04-07 | identifier:card: 8829104 => 25.75 18.38 18.37 against 0 walls Generation
        name.given: Grace | birthDate: 1981-04-07 | phone: 5550017743 | email: q@example.org | identifier:card: 8829104 | identifier:a: 8829104 | identifier:b: 8829104 ~ name.given: Samuel | birthDate: 1990-11-23 | phone: 5550017743 | email: q@example.org | identifier:card: 8829104 | identifier:a: 8829104 | identifier:b: 8829104 => -6.38 1.63 -6.38 against -21.38 walls Twins
        """, Scored.Of);

    [Fact]
    public void Any_exclusive_identifier_that_differs_raises_a_wall() => Table.Check(
        """
        identifier:ssn: 111222333 | identifier:loyalty: 8829104 | name.given: Grace ~ identifier:ssn: 994650081 | identifier:loyalty: 8829104 | name.given: Samuel => -17.75 -4.81 -17.75 against -12.75 walls Identifiers
        identifier:loyalty: 8829104 | identifier:ssn: 111222333 | name.given: Grace ~ identifier:loyalty: 8829104 | identifier:ssn: 994650081 | name.given: Samuel => -17.75 -4.81 -17.75 against -12.75 walls Identifiers
        identifier:ssn: 111222333 | identifier:passport: 111222333 | name.given: Grace ~ identifier:ssn: 994650081 | identifier:passport: 994650081 | name.given: Samuel => -23.38 -7.69 -23.38 against -13.38 walls Identifiers
        identifier:ssn: 11282337 | name.given: Grace ~ identifier:ssn: 112823374455 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:ssn: 14725836 | name.given: Grace ~ identifier:ssn: 41278563 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:ssn: 147258369 | name.given: Grace ~ identifier:ssn: 412785639 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75
        """, Scored.Of);

    [Fact]
    public void A_different_address_takes_away_no_more_than_the_floor()
    {
        var comparisons = Compared.Explain(
            Lines.Fields("address.", "street: Qorvex Lane | postalCode: 40123 | locality: Ashford | region: KY"),
            Lines.Fields("address.", "street: Zembla Road | postalCode: 87955 | locality: Dunmore | region: TX")).Comparisons;
        var parts = comparisons.Where(c => c.Field.StartsWith("address.", StringComparison.Ordinal)).Sum(c => c.Bits);

        Assert.Equal(MatchModel.Shipped.Limits.AddressFloor, parts + comparisons.Single(c => c.Field == "cap: address").Bits, 3);
    }

    [Fact]
    public void Groups_are_limited_and_common_values_count_less() => Table.Check(
        """
        address.street: Qorvex Lane | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Ashford | address.region: KY ~ address.street: Qorvex Lane | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Ashford | address.region: KY => 1 9.63 1 against 0
        address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 | address.locality: Dunmore | address.region: KY ~ address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 | address.locality: Dunmore | address.region: KY => 1 9.63 1 against 0
        address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 | address.locality: Dunmore ~ address.street: Zembla Lane | address.houseNumber: 52 | address.postalCode: 87955 | address.locality: Dunmore => -3 5.44 -3 against 0
        address.street: Zembla Lane | address.postalCode: 87955 | address.locality: Dunmore ~ address.street: Qorvex Road | address.postalCode: 87955 | address.locality: Dunmore => -6.5 2.44 -6.5 against -1.5
        address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 | address.locality: Dunmore | address.region: KY ~ address.street: Qorvex Road | address.houseNumber: 99 | address.postalCode: 12345 | address.locality: Ashford | address.region: TX => -10.75 -1.38 -10.75 against -3.38
        address.street: Zembla Lane | address.locality: Dunmore | address.region: KY | phone: 5550017743 ~ address.street: Qorvex Road | address.locality: Ashford | address.region: TX | phone: 5550017743 => -6 1.69 -6.01 against -3.38
        phone: 5550017743 | address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 ~ phone: 5550017743 | address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 => 3 8.56 2.97 against 0
        phone: 5550017743 | address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 ~ phone: 9463028815 | address.street: Zembla Lane | address.houseNumber: 4 | address.postalCode: 87955 => 1.38 5.56 1.3 against 0
        name.given: Qorvexia | name.family: Zembla | email: qorvexia.zembla@example.org ~ name.given: Qorvexia | name.family: Zembla | email: qorvexia.zembla@exampel.org => 0 6.25 -0.02 against 0
        name.given: Qorvexia | name.family: Zembla | email: qorvexia.zembla@example.org ~ name.given: Qorvexia | name.family: Zembla | email: qorvexia.zembla@example.org => 5 7.25 4.72 against 0
        name.given: Qorvexia | name.family: Zembla | email: umbo.kato@example.org ~ name.given: Qorvexia | name.family: Zembla | email: umbo.kat@example.org => 0 6.25 -0.02 against 0
        name.given: Qorvexia | email: umbo.kato@example.org ~ name.given: Qorvexia | email: umbo.kat@example.org => -2.13 3.38 -2.16 against 0
        name.given: Bernd | email: umbo.kato@example.org ~ name.given: Zembltz | email: umbo.kat@example.org => -17.25 -4.63 -17.25 against -10.13
        email: anna.holtz@example.org ~ email: anna.holtz@example.org => -9 1.44 -9 against 0
        email: umbo.kato@example.org ~ email: umbo.kato@example.org => -5 1.44 -5.02 against 0
        email: anna.holtz@example.org | email: umbo.kato@example.org ~ email: umbo.kato@example.org | email: anna.holtz@example.org => -5 1.44 -5.02 against 0
        email: anna.holtz@example.org | email: umbo.kat@example.org ~ email: umbo.kato@example.org | email: anna.holtz@example.org => -7.13 0.44 -7.13 against 0
        phone: 5552817743 ~ phone: 5552817743 => -9 2.19 -9 against 0
        phone: 2817743 ~ phone: 5552817743 => -9 2.19 -9 against 0
        phone: 5552817743 ~ phone: 2817743 => -9 2.19 -9 against 0
        phone: 5550017743 ~ phone: 5550017743 => -5 2.19 -5.01 against 0
        phone: 5552817743 | phone: 5550017743 ~ phone: 5550017743 | phone: 5552817743 => -5 2.19 -5.01 against 0
        phone: 12815552817743 ~ phone: 99415552817743 => -9 2.19 -9 against 0
        phone: 61552817743 ~ phone: 55528177 => -9.63 -0.81 -9.63 against 0
        phone: 441552817743 ~ phone: 52817743 => -5 2.19 -5.01 against 0
        address.street: Qorvex Lane ~ address.street: Qorvex Ln => -9 1.25 -9 against 0
        address.postalCode: 40123 ~ address.postalCode: 40123-1234 => -9 1.13 -9 against 0
        address.postalCode: 40123-1234 ~ address.postalCode: 40123 => -9 1.13 -9 against 0
        address.postalCode: 87955 ~ address.postalCode: 87955-1234 => -5 1.13 -5.02 against 0
        address.locality: Ashford ~ address.locality: Ashford => -9 1.06 -9 against 0
        identifier:loyalty: 7729104 ~ identifier:loyalty: 7729104 => -9 1.56 -9 against 0
        identifier:loyalty: 8829104 ~ identifier:loyalty: 8829104 => -5 1.56 -5.02 against 0
        identifier:loyalty: 882 ~ identifier:loyalty: 882 => -5 1.56 -5.02 against 0
        identifier:loyalty: 88 4 ~ identifier:loyalty: 884 => -5 1.56 -5.02 against 0
        identifier:loyalty: 7729104 | identifier:loyalty: 8829104 ~ identifier:loyalty: 8829104 | identifier:loyalty: 7729104 => -5 1.56 -5.02 against 0
        identifier:loyalty: 8829104 | identifier:loyalty: 8829199 ~ identifier:loyalty: 8829105 => -6.88 0.56 -6.88 against 0
        identifier:loyalty: 8829105 ~ identifier:loyalty: 8829199 | identifier:loyalty: 8829104 => -6.88 0.56 -6.88 against 0
        identifier:a: 8829104 | identifier:b: 8829104 | identifier:a: 9929104 ~ identifier:b: 8829104 | identifier:a: 9929104 => 0 4.13 -0.08 against 0
        name.given: Anna ~ name.given: Anna => -9 1.94 -9 against 0
        name.given: Zembla ~ name.given: Zembla => -5 1.94 -5.01 against 0
        name.given: Anna Maria ~ name.given: Maria Berta => -10 0.94 -10 against 0
        name.given: Maria Anna ~ name.given: Berta Anna => -11 0.94 -11 against -1
        name.family: Holtz ~ name.family: Holtz => -9 1.88 -9 against 0
        name.family: Holtz ~ name.family: Holz => -10.63 -0.13 -10.63 against -0.63
        """, Scored.Of);

    [Fact]
    public void Names_may_be_swapped_and_streets_stand_in_any_line() => Table.Check(
        """
        name.given: Qorvexia | name.family: Zembla | email: qorvexia.zembla@example.org ~ name.given: Zembla | name.family: Qorvexia | email: qorvexia.zembla@exampel.org => 5.63 9.06 5.5 against 0
        name.family: Zemblatz ~ name.family: Zemblaz => -8.63 -0.13 -8.63 against 0
        name.family: Garcia Holtz ~ name.family: Holtz Lopez => -11 0.88 -11 against -1
        name.family: Garcia Lopez ~ name.family: Garcialopez => -8 1.88 -8 against 0 but -5 1.88 -5.01 against 0
        name.given: Anna Lena ~ name.given: Annalena => -9 1.94 -9 against 0 but -5 1.94 -5.01 against 0
        name.given: Zemblatz ~ name.given: Zemblaz => -12.56 -2.06 -12.56 against -2.56
        name.given: Zemblatz Maria ~ name.given: Zemblaz Berta => -12.56 -2.06 -12.56 against -2.56
        name.given: Holtz | name.family: Anna ~ name.given: Anna | name.family: Holtz => 5.63 7.63 5.3 against 0 but -2.38 7.63 -2.38 against 0
        name.given: Holtz | name.family: Anna ~ name.full: Anna Holtz => 0 4.81 -0.05 against 0 but -8 4.81 -8 against 0
        name.full: Holtz Anna ~ name.full: Anna Holtz => 0 4.81 -0.05 against 0 but -8 4.81 -8 against 0
        name.given: Anna | name.family: Kruse ~ name.given: Kruse | name.family: Zemblatz => -9.5 -0.38 -9.5 against -10.13 but -3.63 2.63 -3.64 against -4.25
        name.given: Anna | name.family: Holtz | name.full: Anna Zembla ~ name.given: Anna | name.family: Zembla => -4 4.81 -4 against 0
        name.full: Anna Zembla | name.full: Berta Holtz ~ name.full: Berta Holtz | name.full: Anna Zembla => -4 4.81 -4 against 0
        name.full: Anna Zembla | name.full: Qorvex Umbo ~ name.full: Dora Kato | name.full: Qorvex Umbo => 0 4.81 -0.05 against 0
        name.given: Anna ~ name.family: Zembla => -10 -1 -10 against 0
        gender: m ~ gender: f => -7 0.5 -7.01 against 0
        gender: m ~ gender: m => -5 1.5 -5.02 against 0
        address.street: Upper Qorvex Zembla Road ~ address.street: Qorvex Zembla => -7.5 0.25 -7.51 against 0
        address.street: Qorvex Zembla ~ address.street: Upper Qorvex Zembla Road => -7.5 0.25 -7.51 against 0
        address.street: Qorvex Zembla Row ~ address.street: Zembla Qorvix Umbo => -7.5 0.25 -7.51 against 0
        address.street: Qorvex Zembla Umbo ~ address.street: Zembla Katoria Berlinx => -11.5 -1.75 -11.5 against -1.5
        address.street: Qorvex Zembla ~ address.street: Zembla Katoria => -9.5 -0.75 -9.5 against 0
        address.street: Qorvex ~ address.street: Umbo Kato Qorvix => -9.5 -0.75 -9.5 against 0
        address.street: Qor Zem ~ address.street: Zem Qox => -9.5 -0.75 -9.5 against 0
        address.street: Qorv Zemb ~ address.street: Zemb Qorx => -7.5 0.25 -7.51 against 0
        address.line1: 4 Qorvex Lane | address.line2: Zembla House ~ address.line1: Zembla Hause | address.line2: 7 Umbo Road => -5.5 1.25 -5.51 against 0
        address.line1: 4 Qorvex Lane | address.line2: Zembla House ~ address.line1: 4 Qorvix Lane | address.line2: Zembla House => -5 3.25 -5 against 0
        address.line1: 4 Qorvex Lane | address.line2: Zembla House ~ address.line2: Zembla Hause => -7.5 0.25 -7.51 against 0
        address.line2: Zembla House ~ address.line1: 4 Qorvex Lane | address.line2: Zembla Hause => -7.5 0.25 -7.51 against 0
        address.line1: 4 Qorvex Lane | address.line2: Kato ~ address.line1: 4 Umbo Road | address.line2: Zembla => -11.5 -1.75 -11.5 against -1.5
        address.street: Qorvex Lane | address.region: KY ~ address.street: Qorvex Lane => -9 1.25 -9 against 0
        address.street: Qorvex Lane ~ address.street: Qorvex Lane | address.region: KY => -9 1.25 -9 against 0
        address.houseNumber: abc ~ address.houseNumber: abd => -8 0 -8.01 against 0
        address.houseNumber: 4abc ~ address.houseNumber: 4 => -8 0 -8.01 against 0
        address.houseNumber: 4abc ~ address.houseNumber: 1144 => -10 -1 -10 against 0
        address.locality: Ashford | address.street: Qorvex Lane ~ address.full: Qorvex Lane 4, Ashford => -8.88 1.31 -8.88 against 0
        address.full: Qorvex Lane 4, Dunmore ~ address.locality: Dunmore | address.street: Qorvex Lane => -8.88 1.31 -8.88 against 0
        1 address.street: Qorvex Lane | 1 address.houseNumber: 4 | 2 address.street: Zembla Road | 2 address.houseNumber: 9 ~ address.street: Zembla Road | address.houseNumber: 9 => -1 3.25 -1.07 against 0
        address.street: Zembla Road | address.houseNumber: 9 ~ 1 address.street: Qorvex Lane | 1 address.houseNumber: 4 | 2 address.street: Zembla Road | 2 address.houseNumber: 9 => -1 3.25 -1.07 against 0
        1 address.street: Qorvex Lane | 1 address.houseNumber: 4 | 2 address.street: Zembla Road | 2 address.houseNumber: 9 ~ 1 address.street: Zembla Road | 1 address.houseNumber: 9 | 2 address.street: Qorvex Lane | 2 address.houseNumber: 4 => -1 3.25 -1.07 against 0
        organization: Acme Tools | organization: Zembla Works ~ organization: Zembla Works | organization: Acme Tools => -3.88 2.06 -3.9 against 0
        organization: Acme Tools | organization: Zembla Works ~ organization: Zembla => -9.88 -0.94 -9.88 against 0
        organization: Zembla Works ~ name.family: Holtz => -4.5 1.75 -4.52 against 0 walls Kind
        organization: Zembla Works ~ phone: 5550017743 => -10 -1 -10 against 0
        name.family: Holtz | organization: Acme ~ name.family: Holtz | organization: Acme => -2.75 5 -2.76 against 0
        birthDate: 1981-04-07 ~ name.family: Holtz => -10 -1 -10 against 0
        phone: 5550017743 ~ name.family: Holtz => -10 -1 -10 against 0
        name.family: Holtz ~ address.street: Qorvex Lane => -10 -1 -10 against 0
        phone: 5550017743 | phone: 9463028815 ~ phone: 5550017743 | phone: 7778889990 => -5 2.19 -5.01 against 0
        phone: 9463028815 | phone: 5550017743 | phone: 7778889990 ~ phone: 5550017743 => -5 2.19 -5.01 against 0
        phone: 5550017743 | phone: 9463028815 ~ phone: 7778889990 | phone: 6664442221 => -9.63 -0.81 -9.63 against 0
        phone: 5550017743 ~ phone: 7778889990 | phone: 6664442221 | phone: 5550017749 => -5.63 1.19 -5.64 against 0
        """, Scored.Of);

    [Fact]
    public void The_best_of_several_values_counts() => Table.Check(
        """
        email: umbo.kato@example.org | email: qorvex@example.net ~ email: umbo.kato@example.org | email: zembla@example.com => -5 1.44 -5.02 against 0
        email: qorvex@example.net | email: umbo.kato@example.org | email: dora@elsewhere.net ~ email: umbo.kato@example.org => -5 1.44 -5.02 against 0
        email: umbo.kato@example.org ~ email: zembla@example.com | email: umbo.kat@example.org | email: qorvex@example.net => -7.13 0.44 -7.13 against 0
        email: info@example.org | email: umbo.kato@example.org ~ email: umbo.kato@example.org => -5 1.44 -5.02 against 0
        identifier:a: 8829104 | identifier:a: 7719105 ~ identifier:a: 8829104 | identifier:a: 5566778 => -5 1.56 -5.02 against 0
        identifier:a: 7719105 | identifier:a: 8829104 | identifier:a: 5566778 ~ identifier:a: 8829104 => -5 1.56 -5.02 against 0
        identifier:ssn: 112823 ~ identifier:ssn: 112899 => -10.63 -1.31 -10.63 against -0.63
        identifier:ssn: 112823 | name.given: Grace ~ identifier:ssn: 11289945 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:ssn: 1128233 | name.given: Grace ~ identifier:ssn: 1128594 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75
        identifier:ssn: 1234567 | name.given: Grace ~ identifier:ssn: 7654321 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        identifier:ssn: 112823374 | name.given: Grace ~ identifier:ssn: 5566 | name.given: Samuel => -22.75 -7.38 -22.75 against -12.75 walls Identifiers
        organization: Zembla Works | organization: Acme Tools ~ organization: Umbo | organization: Zembla Works | organization: Kato => -3.88 2.06 -3.9 against 0
        name.family: Holtz | organization: Zembla Works | organization: Acme Tools ~ name.family: Holtz | organization: Umbo | organization: Zembla Works => -2.75 5 -2.76 against 0
        organization: Acme Tools ~ organization: Acme Tools | organization: Zembla Works => -3.88 2.06 -3.9 against 0
        organization: Acme Zembla Umbo ~ organization: Kato Acme => -9.88 -0.94 -9.88 against 0
        organization: Kato Acme ~ organization: Acme Zembla Umbo => -9.88 -0.94 -9.88 against 0
        organization: Acme Zemblatz Umbo ~ organization: Acme Zemblat => -5.88 1.06 -5.89 against 0
        name.full: Anna Zembla | name.full: Dora Kato ~ name.full: Anna Zembla | name.full: Berta Umbo => -4 4.81 -4 against 0
        name.full: Dora Kato | name.full: Anna Zembla | name.full: Berta Umbo ~ name.full: Anna Zembla => -4 4.81 -4 against 0
        name.full: Dora Kato | name.full: Anna Zembla ~ name.full: Berta Umbo | name.full: Anna Zembla | name.full: Qorvex Kruse => -4 4.81 -4 against 0
        name.full: 花子 佐藤 | name.full: Anna Zembla ~ name.full: Anna Zembla => -4 4.81 -4 against 0
        name.full: 花子 佐藤 | name.full: 太郎 佐藤 ~ name.full: Anna Zembla => -10 -1 -10 against 0
        name.given: Zembla | name.family: Qorvex ~ name.given: Qorvex | name.family: Umbo => -9.5 -0.38 -9.5 against -10.13 but -3.63 2.63 -3.64 against -4.25
        name.given: Zembla | name.family: Qorvex ~ name.given: Umbo | name.family: Zembla => -3.63 2.63 -3.64 against -4.25 but -9.5 -0.38 -9.5 against -10.13
        name.given: Zembla | name.family: Qorvex ~ name.full: Qorvex Umbo => -15.13 -3.19 -15.13 against -10.13 but -9.25 -0.19 -9.25 against -4.25
        name.given: Zembla ~ name.full: Zembla => -5 1.94 -5.01 against 0 but -5 1.88 -5.01 against 0
        name.given: Zembla | name.family: Qorvex ~ name.given: Qorvex | name.family: Zembla => 5.63 7.63 5.3 against 0
        name.given: Anna | name.family: Zembla ~ name.given: Zembla | name.family: Zembla => -9.5 -0.38 -9.5 against -10.13 but -3.63 2.63 -3.64 against -4.25
        name.given: Anna | name.family: Anna ~ name.given: Anna | name.family: Anna => -4 4.81 -4 against 0
        name.given: Bob Qorvex ~ name.given: Robert Umbo => -8.13 -0.06 -8.13 against 0
        name.given: Lars Qorvex ~ name.given: Larsqorvex Umbo => -14.13 -3.06 -14.13 against -4.13
        name.family: Zemblatz Umbo ~ name.family: Zemblaz Kato => -8.63 -0.13 -8.63 against 0
        name.family: Umbo Zemblatz ~ name.family: Kato Zemblaz => -14.25 -3.13 -14.25 against -4.25
        name.family: Qorvexberg Umbo ~ name.family: Qorvexbergumbi => -8.63 -0.13 -8.63 against 0
        address.postalCode: 87955 | address.street: Zembla ~ address.postalCode: 87955-1234 | address.street: Zembla => 0 3.38 -0.13 against 0
        address.postalCode: 87955 ~ address.postalCode: 987955 => -7.75 0.13 -7.76 against 0
        address.postalCode: 879556 ~ address.postalCode: 87955 => -5 1.13 -5.02 against 0
        address.postalCode: 87965 ~ address.postalCode: 875956 => -9.75 -0.88 -9.75 against 0
        1 address.locality: Dunmore | 2 address.street: Zembla Road ~ address.street: Zembla Road => -5 1.25 -5.02 against 0
        1 address.locality: Dunmore | 2 address.country: KE ~ 1 address.locality: Dunmore | 2 address.street: Zembla Road => -5 1.06 -5.02 against 0
        1 address.country: KE | 2 address.country: TZ ~ 1 address.locality: Dunmore | 2 address.street: Zembla Road => -10 -1 -10 against 0
        birthDate: 1981-04-07 ~ birthDate: 1981-05-19 => -15.25 -3.63 -15.25 against -5.25
        birthDate: 1981-01-01 ~ birthDate: 1982-02-05 => -15.25 -3.63 -15.25 against -5.25
        birthDate: 1981-01-01 ~ birthDate: 1982-02-06 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-12-28 ~ birthDate: 1983-01-19 => -15.25 -3.63 -15.25 against -5.25
        birthDate: 1981-04-07 ~ birthDate: 1972-05-07 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-04-07 ~ birthDate: 981-4 => -10 -1 -10 against 0
        birthDate: 1981-04-07 ~ birthDate: April 1981 => -10 -1 -10 against 0
        birthDate: 2101-04-07 ~ birthDate: 2101-04-09 => -11.25 -1.63 -11.25 against -1.25
        """, Scored.Of);
}
