using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>The pairs that the level tests of names name, weighed.</summary>
public sealed class ScoreOfNamesTests
{
    [Fact]
    public void Given_names_are_weighed() => Table.Check(
        """
        name.given: Anna ~ name.given: Anna => -9 1.94 -9 against 0
        name.given: A ~ name.given: A => -10.13 -1.06 -10.13 against -0.13
        name.given: A ~ name.given: Anna => -10.13 -1.06 -10.13 against -0.13
        name.given: Anna ~ name.given: A. => -10.13 -1.06 -10.13 against -0.13
        name.given: A ~ name.given: Bernd => -18.13 -5.06 -18.13 against -8.13
        name.given: Bernd ~ name.given: A => -18.13 -5.06 -18.13 against -8.13
        name.given: Anna Maria ~ name.given: Maria => -10 0.94 -10 against 0
        name.given: Anna Maria ~ name.given: Annamaria => -9 1.94 -9 against 0 but -5 1.94 -5.01 against 0
        name.given: Anna | name.middle: Maria ~ name.given: Anna => -9 1.94 -9 against 0
        name.given: Anna | name.middle: Maria ~ name.given: Maria => -10 0.94 -10 against 0
        name.given: Anna Maria ~ name.given: Bernd Georg => -20.13 -6.06 -20.13 against -10.13
        name.given: Bob ~ name.given: Robert => -8.13 -0.06 -8.13 against 0
        name.given: Robert ~ name.given: Rob => -8.13 -0.06 -8.13 against 0
        name.given: Bob ~ name.given: Rob => -8.13 -0.06 -8.13 against 0
        name.given: Bill ~ name.given: Bob => -8.13 -0.06 -8.13 against 0
        name.given: Bill ~ name.given: Zebulon => -20.13 -6.06 -20.13 against -10.13
        name.given: Katharina ~ name.given: Katarina => -12.56 -2.06 -12.56 against -2.56
        name.given: Zebulonix ~ name.given: Zebulonnix => -12.56 -2.06 -12.56 against -2.56
        name.given: Maria ~ name.given: Marina => -22.13 -7.06 -22.13 against -12.13
        name.given: Maria ~ name.given: Mario => -14.06 -2.06 -14.06 against -4.06
        name.given: Stephen ~ name.given: Steven => -14.13 -3.06 -14.13 against -4.13
        name.given: Zoltanek ~ name.given: Zoltan => -12.56 -2.06 -12.56 against -2.56
        name.given: Zolt ~ name.given: Zoltanek => -14.13 -3.06 -14.13 against -4.13
        name.given: Zo ~ name.given: Zoltanek => -16.13 -4.06 -16.13 against -6.13
        name.given: Qorvexia ~ name.given: Qarvixio => -14.13 -3.06 -14.13 against -4.13
        name.given: Qorvexia ~ name.given: Xbnmtrl => -20.13 -6.06 -20.13 against -10.13
        name.given: Dora ~ name.given: Dara => -12.56 -2.06 -12.56 against -2.56
        name.given: Umbo ~ name.given: Unbo => -12.56 -2.06 -12.56 against -2.56
        name.given: Umb ~ name.given: Unb => -14.13 -3.06 -14.13 against -4.13
        name.given: Umbola7 ~ name.given: Umbola8 => -20.13 -6.06 -20.13 against -10.13
        name.given: Umbola7 ~ name.given: Umbola => -12.56 -2.06 -12.56 against -2.56
        name.given: Dr. Anna ~ name.given: Anna => -9 1.94 -9 against 0
        name.given: Müller-Anna ~ name.given: Mueller Anna => -11 0.94 -11 against -1
        name.given: Søren ~ name.given: Soren => -5 1.94 -5.01 against 0
        name.given: José ~ name.given: Jose => -5 1.94 -5.01 against 0
        name.given: Дмитрий ~ name.given: Dmitrij => -12.56 -2.06 -12.56 against -2.56
        name.given: n/a ~ name.given: Anna => -10 -1 -10 against 0
        name.given: Anna 12 ~ name.given: Anna => -9 1.94 -9 against 0
        """, Scored.Of);

    [Fact]
    public void Family_names_are_weighed() => Table.Check(
        """
        name.family: Holtz ~ name.family: Holtz => -9 1.88 -9 against 0
        name.family: Holtz ~ name.family: Holz => -10.63 -0.13 -10.63 against -0.63
        name.family: Holtz ~ name.family: Kruse => -14.25 -3.13 -14.25 against -4.25
        name.family: H ~ name.family: Holtz => -10.13 -1.06 -10.13 against -0.13
        name.family: Holtz ~ name.family: H => -10.13 -1.06 -10.13 against -0.13
        name.family: K ~ name.family: Holtz => -12.25 -2.13 -12.25 against -2.25
        name.family: Garcia Lopez ~ name.family: Garcia => -10 0.88 -10 against 0
        name.family: Garcia-Lopez ~ name.family: Garcialopez => -8 1.88 -8 against 0 but -5 1.88 -5.01 against 0
        name.family: van der Berg ~ name.family: Berg => -5 1.88 -5.01 against 0
        name.family: van der Berg ~ name.family: Vanderberg => -5 1.88 -5.01 against 0
        name.family: de ~ name.family: de => -5 1.88 -5.01 against 0
        name.family: Schmidt ~ name.family: Schmitt => -8.63 -0.13 -8.63 against 0
        name.family: Smith ~ name.family: Smyth => -8.63 -0.13 -8.63 against 0
        name.family: Meyer ~ name.family: Meier => -8.63 -0.13 -8.63 against 0
        name.family: Meyer ~ name.family: Mayr => -10.25 -1.13 -10.25 against -0.25
        name.family: Kowalski ~ name.family: Kowalska => -8.63 -0.13 -8.63 against 0
        name.family: Qorvexberg ~ name.family: Qorvixborg => -8.63 -0.13 -8.63 against 0
        name.family: Qorvexberg ~ name.family: Qorv => -10.25 -1.13 -10.25 against -0.25
        name.family: Ovexb ~ name.family: Qzrtl => -14.25 -3.13 -14.25 against -4.25
        name.family: O'Neill ~ name.family: ONeill => -5 1.88 -5.01 against 0
        """, Scored.Of);

    [Fact]
    public void Whole_names_genders_and_companies_are_weighed() => Table.Check(
        """
        name.given: 花子 ~ name.given: Hanako | name.family: Sato => -10 -1 -10 against 0
        name.given: 花子 | name.family: 佐藤 ~ name.given: 花子 | name.family: 佐藤 => 0 4.81 -0.05 against 0
        name.given: Anna | name.family: Holtz ~ name.given: Holtz | name.family: Anna => -2.38 7.63 -2.38 against 0 but 5.63 7.63 5.3 against 0
        name.full: Anna Holtz ~ name.full: Holtz Anna => -8 4.81 -8 against 0 but 0 4.81 -0.05 against 0
        name.full: Holtz, Anna ~ name.given: Anna | name.family: Holtz => -8 4.81 -8 against 0
        name.full: Holtz, Anna ~ name.given: Holtz | name.family: Anna => -2.38 7.63 -2.38 against 0 but 5.63 7.63 5.3 against 0
        name.full: Anna Holtz ~ name.given: Holtz | name.family: Anna => -8 4.81 -8 against 0 but 0 4.81 -0.05 against 0
        name.full: Dr. Anna Holtz ~ name.full: Anna Holtz => -8 4.81 -8 against 0
        name.full: Anna Holtz PhD ~ name.full: Anna Holtz => -8 4.81 -8 against 0
        name.full: Anna van der Berg ~ name.given: Anna | name.family: Berg => -4 4.81 -4 against 0
        name.full: Anna van der Berg ~ name.given: Anna | name.family: van der Berg => -4 4.81 -4 against 0
        name.full: Holtz, Dr. Anna ~ name.full: Anna Holtz => -8 4.81 -8 against 0
        name.full: Holtz, Dr. ~ name.full: Holtz => -9 1.88 -9 against 0
        name.full: Anna Holtz, PhD ~ name.full: Anna Holtz => -8 4.81 -8 against 0
        name.full: Anna ~ name.full: Anna => -5 1.88 -5.01 against 0
        name.full: Anna ~ name.given: Anna | name.family: Holtz => -5 1.88 -5.01 against 0 but -9 1.94 -9 against 0
        name.full: David Dobbins Jr ~ name.full: David Dobbins Sr => 6 7.81 5.64 against 0 walls Generation
        name.full: David Dobbins Jr ~ name.full: David Dobbins => 0 4.81 -0.05 against 0
        name.full: Dobbins, David Jr ~ name.given: David | name.family: Dobbins | name.suffix: Sr => 6 7.81 5.64 against 0 walls Generation
        name.full: Dobbins Jr, David ~ name.given: David | name.family: Dobbins | name.suffix: Sr => 6 7.81 5.64 against 0 walls Generation
        name.given: David | name.family: Dobbins | name.suffix: II ~ name.given: David | name.family: Dobbins | name.suffix: III => 6 7.81 5.64 against 0 walls Generation
        name.given: David I | name.family: Dobbins ~ name.given: David | name.family: Dobbins | name.suffix: III => 6 7.81 5.64 against 0 walls Generation
        name.given: David Jr | name.family: Dobbins ~ name.given: David | name.family: Dobbins Sr => 6 7.81 5.64 against 0 walls Generation
        name.given: Anna | name.family: Holtz | name.full: Maria Kruse ~ name.full: Maria Kruse => -3 4.81 -3.01 against 0
        name.given: Anna | name.given: Maria | name.family: Holtz | name.family: Kruse ~ name.given: Maria | name.family: Kruse => -3 4.81 -3.01 against 0
        name.full: Anna Holtz | name.full: Maria Kruse ~ name.full: Maria Kruse => -3 4.81 -3.01 against 0
        name.given: Anna ~ name.family: Anna => -3.38 4.75 -3.38 against 0 but 0.63 4.69 0.54 against 0
        name.given: Anna | name.family: Holtz ~ name.given: Bernd | name.family: Anna => -7.63 2.63 -7.63 against -4.25 but -9.5 -0.38 -9.5 against -10.13
        gender: m ~ gender: male => -5 1.5 -5.02 against 0
        gender: m ~ gender: f => -7 0.5 -7.01 against 0
        gender: homme ~ gender: weiblich => -7 0.5 -7.01 against 0
        gender: x ~ gender: f => -10 -1 -10 against 0
        gender: Frau ~ gender: Woman => -5 1.5 -5.02 against 0
        gender: mannlich ~ gender: Mann => -5 1.5 -5.02 against 0
        gender: maennlich ~ gender: man => -5 1.5 -5.02 against 0
        gender: h ~ gender: masculine => -5 1.5 -5.02 against 0
        gender: w ~ gender: femme => -5 1.5 -5.02 against 0
        gender: feminine ~ gender: female => -5 1.5 -5.02 against 0
        organization: Acme Tools ~ name.given: Anna | name.family: Holtz => -4.5 1.75 -4.52 against 0 walls Kind
        organization: Acme Tools ~ organization: Acme Tools => -3.88 2.06 -3.9 against 0
        organization: Acme Tools ~ organization: Acme Tools Ltd => -3.88 2.06 -3.9 against 0
        organization: Acme Tools GmbH ~ name.full: Acme Tools Ltd => -3.88 2.06 -3.9 against 0
        organization: Acme Tools ~ organization: Acme Tool => -7.88 0.06 -7.88 against 0
        organization: Acme Tools Northern ~ organization: Acme Tools => -5.88 1.06 -5.89 against 0
        organization: Acme Tools Northern ~ organization: Acme => -9.88 -0.94 -9.88 against 0
        organization: Acme Tools Northern ~ organization: Acme Bakery => -9.88 -0.94 -9.88 against 0
        organization: Acme Tools ~ organization: Zuider Bakery => -11.88 -1.94 -11.88 against -1.88
        organization: Acme Toolsmith Northern ~ organization: Acme Toolsmit Bakery => -9.88 -0.94 -9.88 against 0
        organization: Ltd ~ organization: Ltd => -3.88 2.06 -3.9 against 0
        organization: Acme | organization: Zuider Bakery ~ organization: Zuider Bakery => -3.88 2.06 -3.9 against 0
        organization: Zuider Bakery ~ organization: Acme | organization: Zuider Bakery => -3.88 2.06 -3.9 against 0
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Tools => -2.75 5 -2.76 against 0
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Tools Northern => -4.75 4 -4.75 against 0
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Tool => -4.75 4 -4.75 against 0
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Acme Bakery => -6.75 3 -6.75 against 0
        name.family: Holtz | organization: Acme Tools ~ name.family: Holtz | organization: Zuider Bakery => -6.75 3 -6.75 against 0
        name.family: Holtz | organization: Acme Tools ~ organization: Acme Tools => 1.75 4.88 1.59 against 0 walls Kind
        name.full: Acme Tools GmbH ~ name.full: Acme Tools => -4.5 1.75 -4.52 against 0 walls Kind
        name.full: GmbH ~ name.full: GmbH => -5 1.88 -5.01 against 0
        """, Scored.Of);
}
