using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace Sample.Connector.Tests;

public sealed class SampleClassConnectorTests
{
    private const string Secret = "canary-secret";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_customer_becomes_a_person_record()
    {
        var result = await ReceiveAsync("""{"id":"c-1","name":"Ada Byron","email":"ada@example.com"}""", Secret);

        var person = Assert.IsType<PersonRecord>(Assert.Single(result.Messages));
        Assert.Equal(200, result.StatusCode);
        Assert.Equal("c-1", person.Key);
        Assert.Equal("ada@example.com", person.Fields.Single(f => f.Field == PersonFields.Email).Value);
    }

    [Fact]
    public async Task A_deletion_is_passed_on()
    {
        var result = await ReceiveAsync("""{"id":"c-1","event":"deleted"}""", Secret);

        Assert.Equal("c-1", Assert.IsType<DeletedRecord>(Assert.Single(result.Messages)).Key);
    }

    [Fact]
    public async Task What_is_signed_with_another_secret_is_turned_away()
    {
        var result = await ReceiveAsync("""{"id":"c-1"}""", "another");

        Assert.Equal(401, result.StatusCode);
        Assert.Empty(result.Messages);
        Assert.DoesNotContain(Secret, result.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"name":"Ada Byron"}""")]
    public async Task What_cannot_be_read_is_refused_for_good(string body) =>
        Assert.Equal(400, (await ReceiveAsync(body, Secret)).StatusCode);

    private static async Task<ReceivedResult> ReceiveAsync(string body, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes));
        var request = new ReceivedRequest
        {
            Method = "POST",
            Path = "/",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signature"] = signature },
            Body = bytes,
            ReceivedAt = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
        };
        return await new SampleClassConnector().ReceiveAsync(
            new JObject { ["signingSecret"] = Secret }, request, new ConnectorContext { SourceName = "try" }, Cancelled);
    }
}
