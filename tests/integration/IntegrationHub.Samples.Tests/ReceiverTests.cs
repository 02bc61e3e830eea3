using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;
using Receiver;

namespace IntegrationHub.Samples.Tests;

/// <summary><c>samples/03-receiver</c>.</summary>
public sealed class ReceiverTests
{
    private const string Secret = "canary-signing-secret";
    private const string Joined = """[{"type":"subscribed","subscriber":"s-1","email":"ada@example.com","at":"2026-03-31T09:00:00Z"}]""";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_subscription_is_a_person_and_a_consent_at_the_time_of_the_event()
    {
        var result = await ReceiveAsync(Joined);

        var consent = Assert.Single(result.Messages.OfType<ConsentRecord>());
        Assert.Equal(200, result.StatusCode);
        Assert.Equal("s-1", Assert.Single(result.Messages.OfType<PersonRecord>()).Key);
        Assert.Equal(("s-1", ConsentStatus.Granted), (consent.PersonKey, consent.Status));
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero), consent.GivenAt);
    }

    [Fact]
    public async Task A_broken_event_is_set_aside_and_the_others_are_taken()
    {
        var result = await ReceiveAsync(Joined[..^1] + """,{"type":"moved"}]""");

        Assert.Equal(200, result.StatusCode);
        Assert.Single(result.Messages.OfType<RejectedRecord>());
        Assert.Single(result.Messages.OfType<PersonRecord>());
    }

    [Theory]
    [InlineData("another secret", 0)]
    [InlineData(Secret, -3600)]
    [InlineData(Secret, 3600)]
    public async Task What_is_not_signed_or_signed_too_long_ago_is_turned_away(string secret, int seconds)
    {
        var result = await ReceiveAsync(Joined, secret, seconds);

        Assert.Equal(401, result.StatusCode);
        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task What_is_no_list_of_events_is_refused_for_good() => Assert.Equal(400, (await ReceiveAsync("{}")).StatusCode);

    internal static string Sign(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + "." + body));
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }

    // <test>
    private static async Task<ReceivedResult> ReceiveAsync(string body, string secret = Secret, int seconds = 0)
    {
        var request = new ReceivedRequest
        {
            Method = "POST",
            Path = "/events",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signature"] = Sign(body, secret, Now.AddSeconds(seconds)) },
            Body = Encoding.UTF8.GetBytes(body),
            ReceivedAt = Now,
        };
        return await new NewsletterConnector().ReceiveAsync(
            new JObject { ["signingSecret"] = Secret }, request, new ConnectorContext { SourceName = "news" }, TestContext.Current.CancellationToken);
    }

    // </test>
}
