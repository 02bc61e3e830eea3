namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class SuppressionTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entry_holds_addresses_and_refusals_and_no_name()
    {
        _folder.With("stop.csv", "id,first name,email,phone,street\n1,Ada,ada@example.com,+44 20 7946 0018,12 Square\n2,Alan,,,1 Way\n");

        var messages = await _folder.ReadAsync(new { path = "stop.csv", kind = "suppression", channels = "email, SMS", list = "robinson" });

        Assert.Equal(
            "1: identifier:suppressed-email=ada@example.com | identifier:suppressed-phone=+44 20 7946 0018 | consent:email/marketing=denied | consent:sms/marketing=denied | list:robinson=true",
            Assert.Single(messages.OfType<PersonRecord>()).Summary());
        Assert.Contains("neither", Assert.Single(messages.OfType<RejectedRecord>()).Reason, StringComparison.Ordinal);
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
