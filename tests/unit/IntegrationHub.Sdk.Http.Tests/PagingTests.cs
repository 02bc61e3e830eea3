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
