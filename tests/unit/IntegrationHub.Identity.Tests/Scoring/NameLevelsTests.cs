using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>What two names are to each other.</summary>
public sealed class NameLevelsTests
{
    [Fact]
    public void Given_names_are_graded() => Table.CheckLevels("name.",
        """
        given: Anna ~ given: Anna => given exact
        given: A ~ given: A => given initial
        given: A ~ given: Anna => given initial
        given: Anna ~ given: A. => given initial
        given: A ~ given: Bernd => given initialDifferent
        given: Bernd ~ given: A => given initialDifferent
        given: Anna Maria ~ given: Maria => given other
        given: Anna Maria ~ given: Annamaria => given exact
        given: Anna | middle: Maria ~ given: Anna => given exact
        given: Anna | middle: Maria ~ given: Maria => given other
        given: Anna Maria ~ given: Bernd Georg => given different
        given: Bob ~ given: Robert => given nickname
        given: Robert ~ given: Rob => given nickname
        given: Bob ~ given: Rob => given nickname
        given: Bill ~ given: Bob => given nickname
        given: Bill ~ given: Zebulon => given different
        given: Katharina ~ given: Katarina => given near
        given: Zebulonix ~ given: Zebulonnix => given near
        given: Maria ~ given: Marina => given otherName
        given: Maria ~ given: Mario => given near
        given: Stephen ~ given: Steven => given similar
        given: Zoltanek ~ given: Zoltan => given near
        given: Zolt ~ given: Zoltanek => given similar
        given: Zo ~ given: Zoltanek => given unclear
        given: Qorvexia ~ given: Qarvixio => given similar
        given: Qorvexia ~ given: Xbnmtrl => given different
        given: Dora ~ given: Dara => given near
        given: Umbo ~ given: Unbo => given near
        given: Umb ~ given: Unb => given similar
        given: Umbola7 ~ given: Umbola8 => given different
        given: Umbola7 ~ given: Umbola => given near
        given: Dr. Anna ~ given: Anna => given exact
        given: Müller-Anna ~ given: Mueller Anna => given other
        given: Søren ~ given: Soren => given exact
        given: José ~ given: Jose => given exact
        given: Дмитрий ~ given: Dmitrij => given near
        given: n/a ~ given: Anna => nothing
        given: Anna 12 ~ given: Anna => given exact
        """);

    [Fact]
    public void Family_names_are_graded() => Table.CheckLevels("name.",
        """
        family: Holtz ~ family: Holtz => family exact
        family: Holtz ~ family: Holz => family near
        family: Holtz ~ family: Kruse => family different
        family: H ~ family: Holtz => given initial
        family: Holtz ~ family: H => given initial
        family: K ~ family: Holtz => family unclear
        family: Garcia Lopez ~ family: Garcia => family part
        family: Garcia-Lopez ~ family: Garcialopez => family exact
        family: van der Berg ~ family: Berg => family exact
        family: van der Berg ~ family: Vanderberg => family exact
        family: de ~ family: de => family exact
        family: Schmidt ~ family: Schmitt => family near
        family: Smith ~ family: Smyth => family near
        family: Meyer ~ family: Meier => family near
        family: Meyer ~ family: Mayr => family similar
        family: Kowalski ~ family: Kowalska => family near
        family: Qorvexberg ~ family: Qorvixborg => family near
        family: Qorvexberg ~ family: Qorv => family similar
        family: Ovexb ~ family: Qzrtl => family different
        family: O'Neill ~ family: ONeill => family exact
        family: O Neill ~ family: ONeill => family exact
        family: O Brien ~ family: O Connor => family different
        family: D Angelo ~ family: D Amico => family different
        family: D Angelo ~ family: D Angelo Rossi => family part
        family: van Berg ~ family: de Berg => family exact
        """);

    [Fact]
    public void Whole_names_are_graded() => Table.CheckLevels("name.",
        """
        given: Zembla | given: Qorvex ~ given: Qorvex => given exact
        family: Zembla | family: Qorvex ~ family: Qorvex => family exact
        given: Zembla | given: Qorvex ~ family: Umbo => nothing
        given: 花子 ~ given: Hanako | family: Sato => nothing
        given: 花子 | family: 佐藤 ~ given: 花子 | family: 佐藤 => given exact, family exact
        given: Anna | family: Holtz ~ given: Holtz | family: Anna => given exact, family exact, name swapped
        full: Anna Holtz ~ full: Holtz Anna => given exact, family exact
        full: Holtz, Anna ~ given: Anna | family: Holtz => given exact, family exact
        full: Holtz, Anna ~ given: Holtz | family: Anna => given exact, family exact, name swapped
        full: Anna Holtz ~ given: Holtz | family: Anna => given exact, family exact
        full: Dr. Anna Holtz ~ full: Anna Holtz => given exact, family exact
        full: Anna Holtz PhD ~ full: Anna Holtz => given exact, family exact
        full: Anna van der Berg ~ given: Anna | family: Berg => given exact, family exact
        full: Anna van der Berg ~ given: Anna | family: van der Berg => given exact, family exact
        full: Holtz, Dr. Anna ~ full: Anna Holtz => given exact, family exact
        full: Holtz, Dr. ~ full: Holtz => family exact
        full: Anna Holtz, PhD ~ full: Anna Holtz => given exact, family exact
        full: Anna ~ full: Anna => family exact
        full: Anna ~ given: Anna | family: Holtz => given exact
        full: David Dobbins Jr ~ full: David Dobbins Sr => given exact, family exact, suffix different
        full: David Dobbins Jr ~ full: David Dobbins => given exact, family exact
        full: Dobbins, David Jr ~ given: David | family: Dobbins | suffix: Sr => given exact, family exact, suffix different
        full: Dobbins Jr, David ~ given: David | family: Dobbins | suffix: Sr => given exact, family exact, suffix different
        given: David | family: Dobbins | suffix: II ~ given: David | family: Dobbins | suffix: III => given exact, family exact, suffix different
        given: David I | family: Dobbins ~ given: David | family: Dobbins | suffix: III => given exact, family exact, suffix different
        given: David Jr | family: Dobbins ~ given: David | family: Dobbins Sr => given exact, family exact, suffix different
        given: Anna | family: Holtz | full: Maria Kruse ~ full: Maria Kruse => given exact, family exact
        given: Anna | given: Maria | family: Holtz | family: Kruse ~ given: Maria | family: Kruse => given exact, family exact
        full: Anna Holtz | full: Maria Kruse ~ full: Maria Kruse => given exact, family exact
        given: Anna ~ family: Anna => family exact, name swapped
        given: Anna | family: Holtz ~ given: Bernd | family: Anna => given exact, family different, name swapped
        """);

    [Fact]
    public void Genders_are_graded() => Table.CheckLevels(string.Empty,
        """
        gender: m ~ gender: male => gender same
        gender: m ~ gender: f => gender different
        gender: homme ~ gender: weiblich => gender different
        gender: x ~ gender: f => nothing
        gender: m ~ name.family: Umbo | name.suffix: Jr => nothing
        gender: m | name.family: Umbo | name.suffix: Jr ~ gender: m | name.family: Umbo => name.family exact, gender same
        name.family: Umbo | name.suffix: Jr ~ gender: m | name.family: Umbo | name.suffix: Jr => name.family exact
        gender: Frau ~ gender: Woman => gender same
        gender: mannlich ~ gender: Mann => gender same
        gender: maennlich ~ gender: man => gender same
        gender: h ~ gender: masculine => gender same
        gender: w ~ gender: femme => gender same
        gender: feminine ~ gender: female => gender same
        """);
}
