using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http.Tests;

public sealed class PagingTests
{
    private static readonly PagingOptions Options = new() { Records = page => page["items"] as JArray };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cursor_pages_end_when_there_is_no_cursor()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", r => r.Query.ContainsKey("c") ? Page([3]) : Page([1, 2], "next page"));
        using var client = fixture.Client();

        Assert.Equal([1, 2, 3], await Collect(ByCursor(client)));
    }

    [Fact]
    public async Task A_cursor_that_comes_again_is_named_as_a_loop()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var page = 0;
        fixture.Server.On("GET", "/a", _ => Page([page], page++ % 2 == 0 ? "A" : "B"));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Collect(ByCursor(client)));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Contains("Page 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gave a cursor that an earlier page had given", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_ignores_the_offset_is_named_as_a_loop()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => Page([1, 2]));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Collect(Paging.ByOffsetAsync(client, At, 2, Options, cancellationToken: Token)));

        Assert.Contains("Page 2 of GET", failure.Message, StringComparison.Ordinal);
        Assert.Contains("same records as the page before", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offset_pages_go_forward_by_the_limit_less_the_overlap_and_end_on_a_short_page()
    {
        await using var fixture = await ClientFixture.StartAsync();
        int[] all = [0, 1, 2, 3, 4, 5, 6];
        fixture.Server.On("GET", "/a", r => Page(all.Skip(int.Parse(r.Query["o"], null)).Take(3).ToArray()));
        using var client = fixture.Client();

        var read = await Collect(Paging.ByOffsetAsync(client, At, 3, Options, overlap: 1, cancellationToken: Token));

        Assert.Equal([0, 1, 2, 2, 3, 4, 4, 5, 6, 6], read);
    }

    [Fact]
    public async Task Next_links_are_followed_from_the_header()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => Page([1]).With("Link", """</first>; rel="prev", </b?page=2>; rel="next" """));
        fixture.Server.On("GET", "/b", _ => Page([2]));
        using var client = fixture.Client();

        Assert.Equal([1, 2], await Collect(Paging.ByNextLinkAsync(client, HubHttpRequest.Get("a"), LinkHeader.Next, Options, Token)));
        Assert.Equal("?page=2", fixture.Server.Requests[1].QueryText);
    }

    [Fact]
    public async Task Numbered_pages_end_on_an_empty_page_or_on_a_short_one()
    {
        await using var fixture = await ClientFixture.StartAsync();
        int[] all = [1, 2, 3, 4, 5];
        fixture.Server.On("GET", "/a", r => Page(all.Skip((int.Parse(r.Query["p"], null) - 1) * 2).Take(2).ToArray()));
        using var client = fixture.Client();

        Assert.Equal(all, await Collect(Paging.ByPageNumberAsync(client, Numbered, Options, cancellationToken: Token)));
        Assert.Equal(4, fixture.Server.Requests.Count);
        Assert.Equal(all, await Collect(Paging.ByPageNumberAsync(client, Numbered, Options, limit: 2, cancellationToken: Token)));
        Assert.Equal(7, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_number_is_named_as_a_loop()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => Page([1, 2]));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => Collect(Paging.ByPageNumberAsync(client, Numbered, Options, cancellationToken: Token)));

        Assert.Contains("same records as the page before", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graphql_connection_is_read_by_its_page_info()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("POST", "/g", r => (string?)r.Json().SelectToken("variables.after") is null ? Connection(1, true, "x") : Connection(2, false, "y"));
        using var client = fixture.Client();

        Assert.Equal([1, 2], await Collect(ByPageInfo(client)));
    }

    [Fact]
    public async Task A_graphql_page_that_hides_where_the_next_one_is_does_not_end_the_reading_quietly()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("POST", "/g", _ => Connection(1, true, null));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Collect(ByPageInfo(client)));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Contains("gives no endCursor", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graphql_errors_that_come_with_success_are_failures_and_not_quoted()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("POST", "/g", _ => StubResponse.JsonText("""{"errors":[{"message":"no Jane Doe","extensions":{"code":"THROTTLED"}}]}"""));
        using var client = new HubHttpClient(
            new HubHttpOptions { BaseAddress = fixture.Server.Address, RetriesMax = 0, MapFailure = GraphQl.FailureOf }, fixture.Context());

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.SendAsync(GraphQl.Query("g", "{ a }"), Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Contains("THROTTLED", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_pages_than_the_cap_is_a_defect()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var page = 0;
        fixture.Server.On("GET", "/a", _ => Page([page], $"c{page++}"));
        using var client = fixture.Client();
        var options = new PagingOptions { Records = Options.Records, PagesMax = 4 };

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Collect(ByCursor(client, options)));

        Assert.Contains("more than 4 pages", failure.Message, StringComparison.Ordinal);
    }

    private static IAsyncEnumerable<HttpAnswer> ByCursor(HubHttpClient client, PagingOptions? options = null) => Paging.ByCursorAsync(
        client, cursor => HubHttpRequest.Get("a").With("c", cursor), page => (string?)page["cursor"], options ?? Options, cancellationToken: Token);

    private static HubHttpRequest Numbered(long page) =>
        HubHttpRequest.Get("a").With("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static IAsyncEnumerable<HttpAnswer> ByPageInfo(HubHttpClient client) => Paging.ByPageInfoAsync(
        client,
        cursor => GraphQl.Query("g", "query($after:String){items(after:$after){...}}", new JObject { ["after"] = cursor }),
        body => body["connection"],
        Options,
        cancellationToken: Token);

    private static StubResponse Connection(int item, bool hasNext, string? cursor) => StubResponse.Json(new JObject
    {
        ["items"] = new JArray(item),
        ["connection"] = new JObject { ["pageInfo"] = new JObject { ["hasNextPage"] = hasNext, ["endCursor"] = cursor } },
    });

    private static HubHttpRequest At(long offset) =>
        HubHttpRequest.Get("a").With("o", offset.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static StubResponse Page(int[] items, string? cursor = null) =>
        StubResponse.Json(new JObject { ["items"] = new JArray(items.Cast<object>().ToArray()), ["cursor"] = cursor });

    private static async Task<List<int>> Collect(IAsyncEnumerable<HttpAnswer> pages)
    {
        var read = new List<int>();
        await foreach (var page in pages)
        {
            read.AddRange(page.Body["items"]!.Select(i => (int)i));
        }

        return read;
    }
}
