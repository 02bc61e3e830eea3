namespace IntegrationHub.Sdk.Tests;

public sealed class HostListTests
{
    [Theory]
    [InlineData("lists.example", "lists.example", 22, true)]
    [InlineData("lists.example", "LISTS.example", 22, true)]
    [InlineData("lists.example", "lists.example", 2222, false)]
    [InlineData("lists.example:2222", "lists.example", 2222, true)]
    [InlineData("lists.example:22", "lists.example", 22, true)]
    [InlineData("*.example", "lists.example", 22, true)]
    [InlineData("*.example", "lists.example", 2222, false)]
    [InlineData("*.lists.example", "lists.example", 22, false)]
    [InlineData("*.lists.example", "otherlists.example", 22, false)]
    [InlineData("[::1]:2222", "[::1]", 2222, true)]
    public void A_host_is_held_at_the_port_that_is_meant(string entry, string host, int port, bool isHeld) =>
        Assert.Equal(isHeld, new HostList([entry]).Holds(host, port, portDefault: 22));

    [Fact]
    public void A_context_without_permitted_hosts_permits_all_and_one_with_none_nothing()
    {
        new ConnectorContext { SourceName = "a" }.EnsurePermitted("lists.example", 22, 22, "path");

        var failure = Assert.Throws<ConnectorException>(
            () => new ConnectorContext { SourceName = "a", PermittedHosts = [] }.EnsurePermitted("lists.example", 2222, 22, "path"));

        Assert.Equal((FailureKind.Configuration, "path"), (failure.Kind, failure.Setting));
        Assert.Contains("lists.example:2222", failure.Message, StringComparison.Ordinal);
    }
}
