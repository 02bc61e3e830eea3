namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class PermittedHostTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://other.example/list.csv", "", "path")]
    [InlineData("sftp://other.example/lists/", "", "path")]
    [InlineData("sftp://lists.example:2222/lists/", "", "path")]
    [InlineData("s3://lists/a/", "https://other.example", "endpoint")]
    [InlineData("s3://lists/a/", "", "s3Region")]
    public async Task Host_that_the_manifest_does_not_permit_is_refused_whatever_the_protocol(string path, string endpoint, string setting)
    {
        _folder.PermittedHosts = ["lists.example"];

        var failure = await _folder.FailureAsync(new { path, endpoint, user = "ada", password = "secret" });

        Assert.Equal(setting, failure.Setting);
        Assert.Contains("may not speak to", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sftp://lists.example:22/lists/", "", "lists.example")]
    [InlineData("sftp://lists.example:2222/lists/", "", "lists.example:2222")]
    public async Task Permitted_host_goes_on_to_the_next_question(string path, string endpoint, string permitted)
    {
        _folder.PermittedHosts = [permitted];

        Assert.Equal("keyFile", (await _folder.FailureAsync(new { path, endpoint, user = "ada", password = "secret" })).Setting);
    }

    [Fact]
    public async Task Plain_http_to_another_machine_needs_a_persons_word()
    {
        var web = await _folder.FailureAsync(new { path = "http://lists.example/list.csv", user = "ada", password = "secret" });
        var bucket = await _folder.FailureAsync(new { path = "s3://lists/a/", endpoint = "http://lists.example", user = "ada", password = "secret" });

        Assert.Equal(("path", "endpoint"), (web.Setting, bucket.Setting));
        Assert.Contains("allowPlainHttp", web.NextStep, StringComparison.Ordinal);
        Assert.Contains("allowPlainHttp", bucket.NextStep, StringComparison.Ordinal);

        // With it, the next question is whether the host is permitted.
        _folder.PermittedHosts = ["other.example"];
        var allowed = await _folder.FailureAsync(new { path = "s3://lists/a/", endpoint = "http://lists.example", user = "ada", password = "secret", allowPlainHttp = true });
        Assert.Contains("may not speak to lists.example", allowed.Message, StringComparison.Ordinal);
    }
}
