using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Birth dates with the errors people make.</summary>
public sealed class BirthDateLevelsTests
{
    [Fact]
    public void Birth_dates_are_graded() => Table.CheckLevels(string.Empty,
        """
        birthDate: 1981-04-07 ~ birthDate: 1981-04-07 => birthDate exact
        birthDate: 1981-01-01 ~ birthDate: 1981-01-01 => birthDate firstOfJanuary
        birthDate: 1981-04-07 ~ birthDate: 1981-07-04 => birthDate swapped
        birthDate: 1981-04-07 ~ birthDate: 1981-04-08 => birthDate near
        birthDate: 1981-04-07 ~ birthDate: 1891-04-07 => birthDate near
        birthDate: 1981-04-07 ~ birthDate: 1981-04-19 => birthDate parts
        birthDate: 1981-04-07 ~ birthDate: 1981-12-07 => birthDate parts
        birthDate: 1981-04-07 ~ birthDate: 1967-04-07 => birthDate parts
        birthDate: 1981-04-07 ~ birthDate: 1982-05-19 => birthDate different
        birthDate: 1981-04-07 ~ birthDate: 1982-05-10 => birthDate close
        birthDate: 1981-04-07 ~ birthDate: 1983-05-18 => birthDate different
        birthDate: 1981-04-07 ~ birthDate: 1980-03-02 => birthDate different
        birthDate: 1981-12-28 ~ birthDate: 1982-01-19 => birthDate close
        birthDate: 1981-04-07 ~ birthDate: 1967-11-23 => birthDate different
        birthDate: 1981-04-07 ~ birthDate: 1992-05-07 => birthDate different
        birthDate: 1981-04-07 ~ birthDate: 1982-11-23 => birthDate different
        birthDate: 1981 ~ birthDate: 1981 => birthDate year
        birthDate: 1981 ~ birthDate: 1981-04-07 => birthDate year
        birthDate: 1981-04 ~ birthDate: 1981-04-07 => birthDate year
        birthDate: 1981-04 ~ birthDate: 1981-06 => birthDate year
        birthDate: 1981 ~ birthDate: 1982 => birthDate different
        birthDate: 1982-04-07 ~ birthDate: 1981 => birthDate different
        birthDate: 1981-04-07 ~ birthDate: 1981-04-7 => birthDate near
        birthDate: 1981-04-07 ~ birthDate: 1981-4-7 => birthDate parts
        birthDate: 1981-04-07 ~ birthDate: 981-04-07 => birthDate near
        birthDate: 1981-04-07 ~ birthDate: 1981-13-07 => birthDate parts
        birthDate: 1981-04-07 ~ birthDate: 1967-13-23 => birthDate different
        birthDate: 1981-02-29 ~ birthDate: 1981-02-29 => birthDate exact
        birthDate: 1981-02-29 ~ birthDate: 1981-03-29 => birthDate near
        birthDate: 1980-02-29 ~ birthDate: 1981-02-28 => birthDate close
        birthDate: 1900-01-01 ~ birthDate: 1900-01-01 => nothing
        birthDate: 1901-01-01 ~ birthDate: 1901-01-01 => nothing
        birthDate: 1901-01-02 ~ birthDate: 1901-01-02 => birthDate exact
        birthDate: 1900 ~ birthDate: 1900 => nothing
        birthDate: 9999-12-31 ~ birthDate: 9999-12-31 => nothing
        birthDate: 1111-11-11 ~ birthDate: 1111-11-11 => nothing
        birthDate: 1234-56-78 ~ birthDate: 1234-56-78 => nothing
        birthDate: 2100-01-02 ~ birthDate: 2100-01-02 => birthDate exact
        birthDate: 2101-01-02 ~ birthDate: 2101-01-02 => birthDate exact
        birthDate: 2101-01-02 ~ birthDate: 2102-03-04 => birthDate different
        birthDate: 1879-03-04 ~ birthDate: 1879-03-04 => birthDate exact
        birthDate: 1879-03-04 ~ birthDate: 1879-03-05 => birthDate near
        birthDate: 1880-03-04 ~ birthDate: 1967-11-23 => birthDate different
        birthDate: 1879-03-04 ~ birthDate: 1967-11-23 => birthDate different
        birthDate: 1879-03-04 ~ birthDate: 19671 => nothing
        birthDate: 7 April 1981 ~ birthDate: 7 April 1981 => birthDate exact
        birthDate: 1981-04-07 ~ birthDate: 98104071 => birthDate close
        birthDate: 1981-13-07 ~ birthDate: 1967-14-23 => birthDate different
        birthDate: 7 ~ gender: m => nothing
        gender: m ~ birthDate: 7 => nothing
        birthDate: unknown ~ birthDate: 1981-04-07 => nothing
        """);
}
