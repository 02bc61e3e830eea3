using System.Net;
using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Serving;

public sealed class ReadApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/changes")]
    [InlineData("/v1/customers/01a20148-0909-7eae-bbdf-9d56c725e410")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/no/such/route")]
    public async Task Without_a_key_nothing_is_told(string path)
    {
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_key_for_reading_runs_no_command_lines()
    {
        using var answer = await SendAsync(HttpMethod.Post, "/v1/admin/cli", """{"arguments":["source","list"],"workingDirectory":"/"}""");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_customer_is_found_by_a_value_however_it_is_written_and_shown_with_lineage()
    {
        var id = await LookUpAsync("ADA@EXAMPLE.com");
        using var answer = await SendAsync(HttpMethod.Get, $"/v1/customers/{id}?fields=email&include=lineage,consents,timeline");

        var customer = await JsonAsync(answer);
        Assert.Equal(2, customer.GetProperty("records").GetInt32());
        Assert.Equal("ada@example.com", customer.GetProperty("values").GetProperty("email")[0].GetString());
        Assert.False(customer.GetProperty("values").TryGetProperty("name.given", out _));
        Assert.Equal("crm", customer.GetProperty("lineage").GetProperty("email")[0].GetProperty("source").GetString());
        Assert.Equal(0, customer.GetProperty("timeline").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_the_caller_has_already_is_not_sent_again()
    {
        var id = await LookUpAsync("grace@example.org");
        using var first = await SendAsync(HttpMethod.Get, $"/v1/customers/{id}");
        using var request = server.Request(HttpMethod.Get, $"/v1/customers/{id}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task An_id_of_a_merged_customer_redirects_and_comes_back_when_the_merge_is_undone()
    {
        var grace = await LookUpAsync("grace@example.org");
        var alan = await LookUpAsync("alan@example.net");
        await server.Shell.DoAsync("customer", "merge", grace, alan);

        using var merged = await SendAsync(HttpMethod.Get, $"/v1/customers/{alan}");
        Assert.Equal(HttpStatusCode.PermanentRedirect, merged.StatusCode);
        Assert.Equal($"/v1/customers/{grace}", merged.Headers.Location!.ToString());

        await server.Shell.DoAsync("customer", "split", grace, "crm/people/4");
        using var back = await SendAsync(HttpMethod.Get, $"/v1/customers/{alan}");
        Assert.Equal(alan, (await JsonAsync(back)).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("GET", "/v1/customers/00000000-0000-0000-0000-000000000000", null, 404, "not-found")]
    [InlineData("GET", "/v1/changes?after=nonsense", null, 400, "bad-request")]
    [InlineData("GET", "/v1/changes?limit=100000", null, 400, "bad-request")]
    [InlineData("POST", "/v1/customers/lookup", "{bad", 400, "bad-request")]
    [InlineData("POST", "/v1/customers/lookup", """{"identifiers":[{"type":"shoe","value":"11"}]}""", 400, "bad-request")]
    public async Task What_cannot_be_answered_gives_a_problem_with_a_stable_type(string method, string path, string? body, int status, string type)
    {
        using var answer = await SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("urn:integrationhub:problem:" + type, (await JsonAsync(answer)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_change_feed_is_read_in_pages_to_its_end()
    {
        var kinds = new List<string>();
        var after = string.Empty;
        for (var isMore = true; isMore;)
        {
            using var answer = await SendAsync(HttpMethod.Get, $"/v1/changes?limit=2&after={after}");
            var page = await JsonAsync(answer);
            kinds.AddRange(page.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("kind").GetString()!));
            after = page.GetProperty("next").GetString()!;
            isMore = page.GetProperty("changes").GetArrayLength() > 0;
        }

        Assert.Equal(["created", "created", "created"], kinds.Take(3));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null) =>
        server.Client.SendAsync(server.Request(method, path, json), Cancelled);

    private async Task<string> LookUpAsync(string email)
    {
        using var answer = await SendAsync(
            HttpMethod.Post, "/v1/customers/lookup", $$"""{"identifiers":[{"type":"email","value":"{{email}}"}]}""");
        return (await JsonAsync(answer)).GetProperty("customers")[0].GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        return document.RootElement.Clone();
    }
}
