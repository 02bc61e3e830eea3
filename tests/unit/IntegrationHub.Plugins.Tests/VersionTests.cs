using IntegrationHub.Plugins.Versions;

namespace IntegrationHub.Plugins.Tests;

public sealed class VersionTests
{
    [Fact]
    public void Versions_are_ordered_as_semver_org_orders_them()
    {
        string[] ordered =
        [
            "0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
            "1.0.0", "1.0.1", "1.2", "1.10", "2",
        ];

        var versions = ordered.Select(text => SemVersion.TryParse(text)!).ToList();

        Assert.Equal(versions, versions.AsEnumerable().Reverse().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData("1.2.3.4")]
    [InlineData("1.-2")]
    [InlineData("1.0-")]
    [InlineData("1.0-a..b")]
    [InlineData("v1")]
    [InlineData("99999999999")]
    public void A_text_that_is_no_version_is_refused(string text) => Assert.Null(SemVersion.TryParse(text));

    [Theory]
    [InlineData(">=0.1 <2.0", "0.1.0", true)]
    [InlineData(">=0.1 <2.0", "1.99.99", true)]
    [InlineData(">=0.1 <2.0", "2.0.0", false)]
    [InlineData(">=0.1 <2.0", "0.0.9", false)]
    [InlineData(">0.1", "0.1.0", false)]
    [InlineData("<=0.1", "0.1.0", true)]
    [InlineData("=1.2", "1.2.0", true)]
    [InlineData("1.2", "1.2.1", false)]
    public void A_range_holds_what_all_its_comparisons_allow(string range, string version, bool expected) =>
        Assert.Equal(expected, VersionRange.TryParse(range)!.Contains(SemVersion.TryParse(version)!));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(">=")]
    [InlineData(">= 1.0")]
    [InlineData("~1.0")]
    [InlineData(">=1.0,<2.0")]
    [InlineData("1 1 1 1 1 1 1 1 1")]
    public void A_text_that_is_no_range_is_refused(string text) => Assert.Null(VersionRange.TryParse(text));
}
