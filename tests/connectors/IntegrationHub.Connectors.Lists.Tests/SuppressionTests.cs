namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class SuppressionTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Name_at_a_postal_address_is_an_entry_and_one_with_less_is_none()
    {
        _folder.With("stop.csv", "id,first name,last name,street,postal code,birth date\n1,Ada,Lovelace,12 Square,W1,1815-12-10\n2,Alan,Turing,,W2,\n3,Grace,Hopper,1 Way,,\n4,Joan,,1 Way,W3,\n");

        var messages = await _folder.ReadAsync(new { path = "stop.csv", kind = "suppression", channels = "post" });

        Assert.Equal(
            "1: identifier:suppressed-address=true | name.given=Ada | name.family=Lovelace | address.line1=12 Square | address.postalCode=W1 | consent:post/marketing=denied",
            Assert.Single(messages.OfType<PersonRecord>()).Summary());
        Assert.Equal(["2", "3", "4"], messages.OfType<RejectedRecord>().Select(r => r.Key));
    }

    [Fact]
    public async Task Entry_holds_addresses_and_refusals_and_no_name()
    {
        _folder.With("stop.csv", "id,first name,email,phone,street\n1,Ada,ada@example.com,+44 20 7946 0018,12 Square\n2,Alan,,,1 Way\n");

        var messages = await _folder.ReadAsync(new { path = "stop.csv", kind = "suppression", channels = "email, SMS", list = "robinson" });

        Assert.Equal(
            "1: identifier:suppressed-email=ada@example.com | identifier:suppressed-phone=+44 20 7946 0018 | consent:email/marketing=denied | consent:sms/marketing=denied | list:robinson=true",
            Assert.Single(messages.OfType<PersonRecord>()).Summary());
        Assert.Contains("no e-mail address", Assert.Single(messages.OfType<RejectedRecord>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_column_of_addresses_is_enough()
    {
        _folder.With("stop.txt", "ada@example.com\nalan@example.net\ngrace@example.org\n");

        var people = await _folder.PeopleAsync(new { path = "stop.txt", kind = "suppression", hasHeader = false });

        Assert.Equal(["ada@example.com", "alan@example.net", "grace@example.org"], people.Select(p => p.Value("identifier:suppressed-email")));
    }

    [Fact]
    public async Task Channels_that_are_none_are_named()
    {
        _folder.With("stop.csv", "email\nada@example.com\n");

        Assert.Equal("channels", (await _folder.FailureAsync(new { path = "stop.csv", kind = "suppression", channels = "," })).Setting);
    }
}
