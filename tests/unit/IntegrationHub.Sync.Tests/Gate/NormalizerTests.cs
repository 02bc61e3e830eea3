using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;

namespace IntegrationHub.Sync.Tests.Gate;

public sealed class NormalizerTests
{
    [Theory]
    [InlineData(" Ann.Lee+shop@GoogleMail.com ", "annlee@gmail.com")]
    [InlineData("mailto:ann@example.com?subject=x", "ann@example.com")]
    [InlineData("Ann Lee <ANN.LEE+x@Example.com>", "ann.lee+x@example.com")]
    [InlineData("ann.lee+x@outlook.com", "ann.lee@outlook.com")]
    [InlineData("ann.lee+x@icloud.com", "ann.lee@icloud.com")]
    [InlineData("ann.lee+x@fastmail.com", "ann.lee@fastmail.com")]
    [InlineData("ann.lee+x@proton.me", "ann.lee@proton.me")]
    [InlineData("ann@B\u00dcCHER.example", "ann@xn--bcher-kva.example")]
    [InlineData("not an address", "not an address")]
    [InlineData("a@b", "a@b")]
    [InlineData("a..b@example.com", "a..b@example.com")]
    public void An_email_is_folded_only_as_far_as_its_provider_ignores(string text, string expected) => Assert.Equal(expected, EmailNormalizer.Normalize(text));

    [Theory]
    [InlineData("  ann \t lee ", PersonFields.NameFull, "Ann Lee")]
    [InlineData("MCDONALD", PersonFields.NameFamily, "McDonald")]
    [InlineData("O'BRIEN", PersonFields.NameFamily, "O'Brien")]
    [InlineData("JEAN-LUC", PersonFields.NameGiven, "Jean-Luc")]
    [InlineData("VAN DER BERG", PersonFields.NameFamily, "van der Berg")]
    [InlineData("van der Berg", PersonFields.NameFamily, "van der Berg")]
    [InlineData("DeShawn", PersonFields.NameGiven, "DeShawn")]
    [InlineData("JT", PersonFields.NameGiven, "JT")]
    [InlineData("SMITH, JOHN", PersonFields.NameFull, "John Smith")]
    [InlineData("Smith, John, Jr.", PersonFields.NameFull, "John Smith Jr.")]
    [InlineData("John Smith, MD", PersonFields.NameFull, "John Smith MD")]
    [InlineData("Acme, Inc.", PersonFields.NameFull, "Acme, Inc.")]
    [InlineData("\"Ann Lee\"", PersonFields.NameFull, "Ann Lee")]
    [InlineData("Ann\u200B\u200DLee\u00AD", PersonFields.NameGiven, "AnnLee")]
    [InlineData("Jose\u0301", PersonFields.NameGiven, "Jos\u00e9")]
    [InlineData("m\u00fcller", PersonFields.NameFamily, "M\u00fcller")]
    public void A_name_is_tidied(string text, string field, string expected) => Assert.Equal(expected, NameNormalizer.Normalize(text, field));

    [Theory]
    [InlineData("12 MAIN ST NW APT 4B", "12 Main St NW Apt 4B")]
    [InlineData("po box 42", "PO Box 42")]
    [InlineData("1 E 42ND ST", "1 E 42nd St")]
    [InlineData("12 Main St\nApt 4", "12 Main St, Apt 4")]
    public void A_street_is_tidied(string text, string expected) => Assert.Equal(expected, AddressNormalizer.NormalizeLine(text));

    [Theory]
    [InlineData("nebraska", "US", "NE")]
    [InlineData("Neb.", "US", "NE")]
    [InlineData("ne", "US", "NE")]
    [InlineData("nsw", "AU", "NSW")]
    [InlineData("Victoria", "AU", "VIC")]
    [InlineData("Québec", "CA", "QC")]
    [InlineData("Ont.", "CA", "ON")]
    [InlineData("BAVARIA", "DE", "Bavaria")]
    public void A_region_is_a_code_where_there_is_one(string text, string country, string expected) =>
        Assert.Equal(expected, AddressNormalizer.NormalizeRegion(text, country));

    [Theory]
    [InlineData("United States", "US")]
    [InlineData("usa", "US")]
    [InlineData("Deutschland", "DE")]
    [InlineData("GBR", "GB")]
    [InlineData("England", "GB")]
    [InlineData("Narnia", "Narnia")]
    public void A_country_becomes_its_code(string text, string expected) => Assert.Equal(expected, AddressNormalizer.NormalizeCountry(text));

    [Theory]
    [InlineData("681321234", "US", "68132-1234")]
    [InlineData("2134", "US", "02134")]
    [InlineData("sw1a1aa", "GB", "SW1A 1AA")]
    [InlineData("k1a0b1", "CA", "K1A 0B1")]
    [InlineData("1234ab", "NL", "1234 AB")]
    [InlineData("10115", "DE", "10115")]
    [InlineData("D-10115", "DE", "10115")]
    [InlineData("CH 8001", "CH", "8001")]
    [InlineData("AT-1010", "AT", "1010")]
    [InlineData("1000123", "PT", "1000-123")]
    [InlineData("01310100", "BR", "01310-100")]
    [InlineData("1000001", "JP", "100-0001")]
    [InlineData("d02x285", "IE", "D02 X285")]
    [InlineData("1010", "LV", "LV-1010")]
    [InlineData("lv1010", "LV", "LV-1010")]
    [InlineData("M11AE", "GB", "M1 1AE")]
    [InlineData("ec1a 1bb", "GB", "EC1A 1BB")]
    [InlineData("12345678", "DE", "12345678")]
    [InlineData("00-950 Warsaw", "PL", "00-950 WARSAW")]
    public void A_postal_code_is_spaced_as_its_country_prints_it(string text, string country, string expected) =>
        Assert.Equal(expected, AddressNormalizer.NormalizePostalCode(text, country, isCountryKnown: true));

    [Theory]
    [InlineData("1980-03-12", "US", "1980-03-12")]
    [InlineData("19800312", "US", "1980-03-12")]
    [InlineData("1980-03-12T00:00:00Z", "US", "1980-03-12")]
    [InlineData("03/12/1980", "US", "1980-03-12")]
    [InlineData("03/12/1980", "GB", "1980-12-03")]
    [InlineData("12.3.1980", "US", "1980-03-12")]
    [InlineData("25/12/1980", "US", "1980-12-25")]
    [InlineData("12 March 1980", "US", "1980-03-12")]
    [InlineData("March 12th, 1980", "GB", "1980-03-12")]
    [InlineData("12. März 1980", "DE", "1980-03-12")]
    [InlineData("12 de marzo de 1980", "ES", "1980-03-12")]
    [InlineData("3/12/80", "US", "1980-03-12")]
    [InlineData("3/12/05", "US", "2005-03-12")]
    [InlineData("12-Mar-80", "US", "1980-03-12")]
    [InlineData("1980-02-30", "US", "1980-02-30")]
    [InlineData("19801399", "US", "19801399")]
    [InlineData("spring 1980", "US", "spring 1980")]
    [InlineData("1980", "US", "1980")]
    public void A_date_is_read_by_region(string text, string region, string expected) => Assert.Equal(expected, DateNormalizer.Normalize(text, region, 2026));

    [Theory]
    [InlineData("M", "male")]
    [InlineData("weiblich", "female")]
    [InlineData("Non-binary", "other")]
    [InlineData("n/a", "unknown")]
    [InlineData("dragon", "dragon")]
    public void A_gender_is_a_word(string text, string expected) => Assert.Equal(expected, GenderNormalizer.Normalize(text));

    [Theory]
    [InlineData(" HTTPS://WWW.Example.COM/Path ", "https://www.example.com/Path")]
    [InlineData("Example.com/", "example.com")]
    public void A_url_has_a_small_host(string text, string expected) => Assert.Equal(expected, UrlNormalizer.Normalize(text));

    [Theory]
    [InlineData("Yes", ConsentStatus.Granted)]
    [InlineData("opt-in", ConsentStatus.Granted)]
    [InlineData("OPTED_OUT", ConsentStatus.Withdrawn)]
    [InlineData("unsubscribed", ConsentStatus.Withdrawn)]
    [InlineData("no", ConsentStatus.Denied)]
    [InlineData("pending", null)]
    public void A_choice_is_read(string text, ConsentStatus? expected)
    {
        Assert.True(ConsentWords.TryRead(text, out var status));
        Assert.Equal(expected, status);
    }

    [Fact]
    public void An_unknown_word_is_no_choice() => Assert.False(ConsentWords.TryRead("maybe on Tuesdays", out _));
}
