using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace Sample.Connector.Tests;

/// <summary>What is this connector's own; see <see cref="SampleClassConformance"/> for the rest.</summary>
public sealed class SampleClassConnectorTests
{
    private readonly SampleClassWorld _world = new();

    [Fact]
    public async Task A_signed_customer_becomes_a_person_record()
    {
        var result = await ReceiveAsync("""{"id":"c-1","name":"Ada Byron","email":"ada@example.com"}""");

        var person = Assert.IsType<PersonRecord>(Assert.Single(result.Messages));
        Assert.Equal("c-1", person.Key);
        Assert.Equal("ada@example.com", person.Fields.Single(f => f.Field == PersonFields.Email).Value);
    }

    [Fact]
    public async Task A_deletion_is_passed_on()
    {
        var result = await ReceiveAsync("""{"id":"c-1","event":"deleted"}""");

        Assert.Equal("c-1", Assert.IsType<DeletedRecord>(Assert.Single(result.Messages)).Key);
    }

    private Task<ReceivedResult> ReceiveAsync(string body) => _world.ReceiveAsync(
        _world.Settings, _world.Request(body, _world.Now), new ConnectorContext { SourceName = "try" }, TestContext.Current.CancellationToken);
}
