using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class PeopleRulesTests
{
    [Theory]
    [InlineData("Ann Bell", "Ann Bell")]
    [InlineData("Bell, Ann", "Ann Bell")]
    [InlineData("'Ann Bell'", "Ann Bell")]
    [InlineData("Bell, Ann (Omaha)", "Ann Bell")]
    [InlineData("Prairie Tools, Inc.", "Prairie Tools, Inc.")]
    [InlineData("ann@x.example", null)]
    [InlineData("ann", null)]
    [InlineData("12345", null)]
    [InlineData("Ann Bell via Friends", "Ann Bell")]
    [InlineData("Joe Doe via Friends", null)]
    public void A_display_name_becomes_a_name_or_nothing(string shown, string? name) =>
        Assert.Equal(name, DisplayNames.Clean(shown, "ann@x.example"));

    [Theory]
    [InlineData("no-reply@x.example", true)]
    [InlineData("do_not_reply@x.example", true)]
    [InlineData("notifications+ab12@x.example", true)]
    [InlineData("MAILER-DAEMON@x.example", true)]
    [InlineData("bounce-77@x.example", true)]
    [InlineData("newsletter@x.example", true)]
    [InlineData("noreply-orders@x.example", true)]
    [InlineData("norma@x.example", false)]
    [InlineData("ann.newsome@x.example", false)]
    public void Addresses_of_programs_are_known(string address, bool isMachine) => Assert.Equal(isMachine, BulkRules.IsMachine(address.ToLowerInvariant()));
}
