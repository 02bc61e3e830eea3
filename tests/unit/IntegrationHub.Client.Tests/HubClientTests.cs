using System.Net;

namespace IntegrationHub.Client.Tests;

/// <summary>What a real server seldom does; everything else is tested against one.</summary>
public sealed class HubClientTests
{
    private static readonly Guid Id = new("01a20148-0909-7eae-bbdf-9d56c725e410");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_change_feed_is_read_page_by_page_until_a_page_is_not_full()
    {
        using var handler = new ScriptedHandler(request => ScriptedHandler.Json(request.RequestUri!.Query.EndsWith("after=c0-999", StringComparison.Ordinal)
            ? Changes(page: 1, count: 3)
            : Changes(page: 0, count: 1000)));
        using var http = Http(handler);

        var changes = await new HubClient(http).ReadChangesAsync(cancellationToken: Cancelled).ToListAsync(Cancelled);

        Assert.Equal(1003, changes.Count);
        Assert.Equal("c1-2", changes[^1].Cursor);
        Assert.Equal(2, handler.Asked.Count);
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1/customers/01a20148-0909-7eae-bbdf-9d56c725e410")]
    [InlineData("http://hub.example:81/v1/customers/01a20148-0909-7eae-bbdf-9d56c725e410")]
    public async Task The_key_is_not_taken_to_another_host_or_port(string location)
    {
        using var handler = new ScriptedHandler(_ => Redirect(location));
        using var http = Http(handler);

        await Assert.ThrowsAsync<HubProblemException>(() => new HubClient(http).GetCustomerAsync(Id, cancellationToken: Cancelled));

        Assert.All(handler.Asked, address => Assert.Equal("hub.example", address.Authority));
    }

    [Fact]
    public async Task Redirects_that_go_round_end()
    {
        using var handler = new ScriptedHandler(_ => Redirect("/v1/customers/" + Id));
        using var http = Http(handler);

        await Assert.ThrowsAsync<HubProblemException>(() => new HubClient(http).GetCustomerAsync(Id, cancellationToken: Cancelled));

        Assert.Equal(4, handler.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task A_page_that_something_between_answers_is_named_as_such(HttpStatusCode status)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("<html>", status));
        using var http = Http(handler);

        var problem = await Assert.ThrowsAsync<HubProblemException>(() => new HubClient(http).GetLineageAsync(Id, Cancelled));

        Assert.Equal(HubProblemException.UnknownType, problem.Type);
        Assert.Equal((int)status, problem.Status);
    }

    [Fact]
    public void A_client_without_an_address_says_what_is_missing()
    {
        using var http = new HttpClient();

        Assert.Contains("BaseAddress", Assert.Throws<ArgumentException>(() => new HubClient(http)).Message, StringComparison.Ordinal);
    }

    private static HttpClient Http(ScriptedHandler handler) => new(handler, disposeHandler: false) { BaseAddress = new Uri("http://hub.example/") };

    private static HttpResponseMessage Redirect(string location) =>
        new(HttpStatusCode.PermanentRedirect) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } };

    private static string Changes(int page, int count)
    {
        var changes = Enumerable.Range(0, count).Select(i =>
            $$"""{"cursor":"c{{page}}-{{i}}","kind":"created","customerId":"{{Id}}","otherId":null,"at":"2026-01-05T10:00:00Z"}""");
        return $$"""{"changes":[{{string.Join(',', changes)}}],"next":"c{{page}}-{{count - 1}}"}""";
    }
}
