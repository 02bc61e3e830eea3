using System.Net;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Xunit;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;
using Receiver;

namespace IntegrationHub.Samples.Tests;

/// <summary><c>samples/03-receiver</c>: the whole kit, and what is its own.</summary>
public sealed class ReceiverTests(SampleShell shell) : ReceiverConformanceTests<NewsletterWorld>, IClassFixture<SampleShell>
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

    [Fact]
    public async Task What_is_pushed_to_the_server_soon_is_a_customer_and_what_is_forged_is_not()
    {
        await shell.DoAsync("source", "add", "news", "--connector", "sample-newsletter", "--set", "signingSecret=" + NewsletterWorld.Secret);
        var port = FreePort.Next();
        var address = $"http://127.0.0.1:{port}";
        await using var server = shell.Serve(address);
        await server.WaitForPortAsync(port);

        Assert.Equal(HttpStatusCode.OK, await PushAsync(address, NewsletterWorld.Secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await PushAsync(address, "another-signing-secret"));

        // Stored before the answer; a customer half a second later.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await shell.JsonAsync("customer", "find", "--email", "ada@example.com")).GetArrayLength() != 1)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    private static async Task<HttpStatusCode> PushAsync(string address, string secret)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var signed = NewsletterWorld.Request(NewsletterWorld.Joined, TimeProvider.System.GetUtcNow(), secret);
        using var content = new ByteArrayContent(signed.Body.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.Add("X-Signature", signed.Headers["X-Signature"]);
        using var answer = await http.PostAsync(new Uri("/v1/collect/news/events", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    // <test>
    private static async Task<ReceivedResult> ReceiveAsync(string body) => await new NewsletterConnector().ReceiveAsync(
        new JObject { ["signingSecret"] = NewsletterWorld.Secret },
        NewsletterWorld.Request(body, Now),
        new ConnectorContext { SourceName = "news" },
        TestContext.Current.CancellationToken);

    // </test>
}
