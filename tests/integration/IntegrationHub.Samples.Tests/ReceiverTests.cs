using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Xunit;
using Newtonsoft.Json.Linq;
using Receiver;

namespace IntegrationHub.Samples.Tests;

/// <summary><c>samples/03-receiver</c>: the whole kit, and what is its own.</summary>
public sealed class ReceiverTests : ReceiverConformanceTests<NewsletterWorld>
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_subscription_is_a_person_and_a_consent_at_the_time_of_the_event()
    {
        var result = await ReceiveAsync(NewsletterWorld.Joined);

        var consent = Assert.Single(result.Messages.OfType<ConsentRecord>());
        Assert.Equal("s-1", Assert.Single(result.Messages.OfType<PersonRecord>()).Key);
        Assert.Equal(("s-1", ConsentStatus.Granted), (consent.PersonKey, consent.Status));
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero), consent.GivenAt);
    }

    [Fact]
    public async Task A_broken_event_is_set_aside_and_the_others_are_taken()
    {
        var result = await ReceiveAsync(NewsletterWorld.Joined[..^1] + """,{"type":"moved"}]""");

        Assert.Equal(200, result.StatusCode);
        Assert.Single(result.Messages.OfType<RejectedRecord>());
        Assert.Single(result.Messages.OfType<PersonRecord>());
    }

    // <test>
    private static async Task<ReceivedResult> ReceiveAsync(string body) => await new NewsletterConnector().ReceiveAsync(
        new JObject { ["signingSecret"] = NewsletterWorld.Secret },
        NewsletterWorld.Request(body, Now),
        new ConnectorContext { SourceName = "news" },
        TestContext.Current.CancellationToken);

    // </test>
}
