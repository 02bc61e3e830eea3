using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using static IntegrationHub.Connectors.WebAnalytics.Tests.Events.EventsBench;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

/// <summary>Who may send, and what is refused for good.</summary>
public sealed class RefusalTests
{
    private const string Call = """{"userId":"cust-1","event":"Seen","messageId":"m-1"}""";

    [Theory]
    [InlineData("Authorization", "Basic V0tfVEVTVDo=", 200)]
    [InlineData("Authorization", "Basic V0tfT1RIRVI6", 401)]
    [InlineData("Authorization", "Basic !", 401)]
    [InlineData("Authorization", "Bearer token-1", 200)]
    [InlineData("Authorization", "Bearer token-0", 200)]
    [InlineData("Authorization", "Bearer token-2", 401)]
    [InlineData("X-Write-Key", "WK_TEST", 200)]
    [InlineData("X-Write-Key", "WK_OLD", 200)]
    [InlineData("X-Write-Key", "WK_TES", 401)]
    [InlineData("X-Other", "WK_TEST", 401)]
    public async Task A_sender_shows_its_key_in_one_of_the_usual_headers(string header, string value, int status)
    {
        var result = await SendAsync(Post("/v1/track", Call, (header, value)), ("bearerToken", "token-1"), ("secondBearerToken", "token-0"), ("secondWriteKey", "WK_OLD"));

        Assert.Equal(status, result.StatusCode);
        Assert.Equal(status == 200, result.Messages.Count > 0);
    }

    [Fact]
    public async Task The_key_may_stand_in_the_body_and_a_wrong_one_opens_nothing()
    {
        Assert.Equal(200, (await SendAsync(Post("/v1/t", Call.Replace("{", """{"writeKey":"WK_TEST",""", StringComparison.Ordinal)))).StatusCode);
        Assert.Equal(401, (await SendAsync(Post("/v1/t", Call.Replace("{", """{"writeKey":"WK",""", StringComparison.Ordinal)))).StatusCode);
        Assert.Equal(401, (await SendAsync(Post("/batch/", """{"api_key":"WK","batch":[]}"""))).StatusCode);
        Assert.Equal(401, (await SendAsync(Post("/v1/track", Call, ("Authorization", "Bearer ")))).StatusCode);
    }

    [Theory]
    [InlineData("/v1/track", "{", 400)]
    [InlineData("/v1/track", """{"event":"Seen"}""", 400)]
    [InlineData("/v1/track", """{"userId":"cust-1"}""", 400)]
    [InlineData("/v1/alias", """{"userId":"cust-1"}""", 400)]
    [InlineData("/v1/group", """{"userId":"cust-1"}""", 400)]
    [InlineData("/v1/batch", """{"events":[]}""", 400)]
    [InlineData("/v1/nothing", "{}", 404)]
    public async Task What_can_never_succeed_is_refused(string path, string body, int status)
    {
        var result = await SendAsync(WithKey(path, body));

        Assert.Equal((status, 0), (result.StatusCode, result.Messages.Count));
    }

    [Fact]
    public async Task A_bad_event_of_a_batch_is_set_aside_without_its_address_and_the_others_go_on()
    {
        var result = await SendAsync(WithKey("/v1/batch", """
            {"batch":[{"type":"track","messageId":"bad","context":{"ip":"192.0.2.7"}},{"type":"dance","userId":"cust-1"},
                      {"type":"track","userId":"cust-1","event":"Seen","messageId":"good"}]}
            """));

        Assert.Equal(200, result.StatusCode);
        Assert.Equal("good", Assert.Single(result.Messages.OfType<InteractionRecord>()).Key);
        var rejected = result.Messages.OfType<RejectedRecord>().ToList();
        Assert.Equal(["bad", null], rejected.Select(r => r.Key));
        Assert.DoesNotContain("192.0.2.7", rejected[0].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_over_segments_limit_is_refused_alone_and_set_aside_in_a_batch()
    {
        var large = $$$"""{"type":"track","userId":"cust-1","event":"Seen","messageId":"big","properties":{"text":"{{{new string('x', 33_000)}}}"}}""";

        Assert.Equal(400, (await SendAsync(WithKey("/v1/track", large))).StatusCode);
        var batch = await SendAsync(WithKey("/v1/batch", $$$"""{"batch":[{{{large}}},{{{Call.Replace("{", """{"type":"track",""", StringComparison.Ordinal)}}}]}"""));
        Assert.Equal("big", Assert.Single(batch.Messages.OfType<RejectedRecord>()).Key);
        Assert.Single(batch.Messages.OfType<InteractionRecord>());
    }

    [Theory]
    [InlineData("timestamp", 15, 200)]
    [InlineData("timestamp", 16, 400)]
    [InlineData("originalTimestamp", 20, 200)]
    public async Task A_batch_over_segments_limit_is_refused_unless_its_sender_has_another(string time, int events, int status)
    {
        var text = new string('x', 32_000);
        var items = Enumerable.Range(0, events).Select(i =>
            $$$"""{"type":"track","userId":"cust-1","event":"Seen","messageId":"m-{{{i}}}","{{{time}}}":"2026-11-25T08:00:00Z","properties":{"text":"{{{text}}}"}}""");

        var result = await SendAsync(WithKey("/v1/batch", $$"""{"batch":[{{string.Join(',', items)}}]}"""));

        Assert.Equal((status, status == 200 ? events : 0), (result.StatusCode, result.Messages.OfType<InteractionRecord>().Count()));
    }

    [Theory]
    [InlineData("/v1/track", 400)]
    [InlineData("/batch/", 413)]
    public async Task A_decompression_bomb_is_given_up_at_the_limit_with_the_protocols_own_word(string path, int status)
    {
        var bomb = new ReceivedRequest { Method = "POST", Path = path, Body = Gzip(new byte[64 << 20]), ReceivedAt = Received, Headers = WithKey("/", "").Headers };
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = await SendAsync(bomb);

        Assert.Equal(status, result.StatusCode);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32L << 20);
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        var deep = Encoding.UTF8.GetString(Enumerable.Repeat((byte)'[', 100_000).ToArray());

        Assert.Equal(400, (await SendAsync(WithKey("/v1/track", deep))).StatusCode);
    }
}
