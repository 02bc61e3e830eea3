using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Integration.Tests.Collecting;

/// <summary>Square's webhooks at the real server.</summary>
public sealed class SquareWebhookTests : IAsyncLifetime
{
    private const string Key = "canary-square-hook-9d2f";

    private readonly CollectServer _server = new();

    private Uri Hook => new(_server.Url, "/v1/collect/till");

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.KillAsync();
        await _server.Shell.DoAsync(
            "source", "add", "till", "--connector", "pos-square-events", "--set", "signatureKey=" + Key, "--set", $"notificationUrl={Hook}");
        await _server.StartAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_signed_webhook_makes_a_customer_with_a_payment_and_a_forged_one_is_refused()
    {
        const string Customer = """
            {"type":"customer.created","data":{"id":"C1","object":{"customer":{"id":"C1","given_name":"Ada","family_name":"Sample",
             "email_address":"ada@till.example","updated_at":"2026-11-30T10:00:00Z"}}}}
            """;
        const string Payment = """
            {"type":"payment.updated","data":{"id":"P1","object":{"payment":{"id":"P1","customer_id":"C1","created_at":"2026-11-30T10:01:00Z",
             "status":"COMPLETED","source_type":"CARD","total_money":{"amount":1998,"currency":"USD"}}}}}
            """;

        Assert.Equal(HttpStatusCode.OK, await SendAsync(Customer, Key));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Payment, Key));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Payment, Key));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(Customer.Replace("Ada", "Eve", StringComparison.Ordinal), "another-key"));

        var (_, timeline) = await _server.CustomerAsync("ada@till.example", interactions: 1);
        Assert.Equal("payment", Assert.Single(timeline.EnumerateArray()).GetProperty("type").GetString());
    }

    private async Task<HttpStatusCode> SendAsync(string body, string key)
    {
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Hook + body));
        using var request = new HttpRequestMessage(HttpMethod.Post, Hook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("x-square-hmacsha256-signature", Convert.ToBase64String(signature));
        using var answer = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
