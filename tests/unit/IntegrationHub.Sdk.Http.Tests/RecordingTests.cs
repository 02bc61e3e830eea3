using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Recordings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http.Tests;

public sealed class RecordingTests : IDisposable
{
    private const string Canary = "canary+/7f3a91=";

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("recording-").FullName, "recording.jsonl");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task What_was_recorded_plays_back_without_the_vendor()
    {
        List<string?> names;
        await using (var vendor = await VendorAsync())
        {
            names = await RecordAsync(vendor);
        }

        await using var replay = await ReplayServer.StartAsync(await Recording.LoadAsync(_path, Token), cancellationToken: Token);
        var again = await ReadAsync(Client(replay.Address, new ConnectorContext { SourceName = "test" }));

        Assert.Equal(["Ann", "Ben", "Eve"], names);
        Assert.Equal(names, again);
        Assert.Empty(replay.Replay.Unmatched);
    }

    [Fact]
    public async Task A_connector_with_a_fixed_address_is_played_back_without_a_socket()
    {
        await using (var vendor = await VendorAsync())
        {
            await RecordAsync(vendor);
        }

        var replay = new Replay(await Recording.LoadAsync(_path, Token));
        using var handler = new ReplayHandler(replay);
        var context = new ConnectorContext { SourceName = "test", WrapHttp = _ => handler };

        Assert.Equal(["Ann", "Ben", "Eve"], await ReadAsync(Client(new Uri("https://vendor.example/"), context)));
        Assert.Empty(replay.Unmatched);
    }

    [Fact]
    public async Task A_recording_holds_no_secret_in_any_spelling_and_no_person()
    {
        await using (var vendor = await VendorAsync())
        {
            await RecordAsync(vendor);
        }

        var text = await File.ReadAllTextAsync(_path, Token);
        foreach (var secret in new[] { Canary, "handed-out-1", "session-value", "7f3a91", Convert.ToBase64String("canary+/7f3a91="u8), "ann@shop.test", "5552671" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }

        var first = JObject.Parse(text.Split('\n')[2]);
        Assert.Matches("^person-[0-9a-f]{8}@example.com$", (string?)first.SelectToken("response.json.people[0].email"));
        Assert.Matches(@"^\+1 4\d{2} \d{3} \d{4}$", (string?)first.SelectToken("response.json.people[0].phone"));
        Assert.Equal("page-2-token", (string?)first.SelectToken("response.json.nextPageToken"));
        Assert.StartsWith("{stub}/people?page=", (string?)first.SelectToken("response.json.next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_has_the_same_pseudonym_within_a_recording()
    {
        await using (var vendor = await VendorAsync())
        {
            await RecordAsync(vendor);
        }

        var people = (await Recording.LoadAsync(_path, Token)).Exchanges.SelectMany(e => e.Response.Json?["people"] ?? new JArray()).ToList();

        Assert.Equal((string?)people[0]["email"], (string?)people[2]["email"]);
        Assert.NotEqual((string?)people[0]["email"], (string?)people[1]["email"]);
    }

    [Fact]
    public async Task The_same_request_plays_its_answers_in_order_and_the_last_one_for_ever()
    {
        var recording = new Recording(DateTimeOffset.UnixEpoch);
        recording.Add(Answer("/a", """{"n":1}"""));
        recording.Add(Answer("/a", """{"n":2}"""));
        await using var replay = await ReplayServer.StartAsync(recording, cancellationToken: Token);
        using var client = PlainClient(replay.Address);

        Assert.Equal(1, await NumberAsync(client));
        Assert.Equal(2, await NumberAsync(client));
        Assert.Equal(2, await NumberAsync(client));
        replay.Replay.Restart();
        Assert.Equal(1, await NumberAsync(client));
    }

    [Fact]
    public async Task A_request_that_was_not_recorded_is_named_with_the_nearest_one()
    {
        var recording = new Recording(DateTimeOffset.UnixEpoch);
        recording.Add(Answer("/a", "{}") with { Request = new RecordedRequest { Method = "GET", Path = "/a", Query = [new("since", "2026-01-01"), new("limit", "5")] } });
        recording.Add(Answer("/b/customers", "{}"));
        await using var replay = await ReplayServer.StartAsync(recording, [Canary], Token);
        using var client = PlainClient(replay.Address);

        await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a?limit=5&since=2026-02-01&key=" + Uri.EscapeDataString(Canary), Token));
        await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("b/customer", Token));

        Assert.Equal(
            "GET /a was not recorded like this; the nearest differs in query 'since' (2026-02-01, recorded 2026-01-01); query 'key' (***, recorded nothing). "
                + "Take the clock from the recording, or record it again.",
            replay.Replay.Unmatched[0]);
        Assert.StartsWith("GET /b/customer was not recorded in any form; recorded are, nearest first: GET /b/customers", replay.Replay.Unmatched[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_of_parameters_and_properties_does_not_matter()
    {
        var recording = new Recording(DateTimeOffset.UnixEpoch);
        recording.Add(new Exchange(
            new RecordedRequest { Method = "POST", Path = "/s", Query = [new("x", "1"), new("y", "2")], Json = JObject.Parse("""{"a":1,"b":{"c":2,"d":"***"},"token":"***"}""") },
            new RecordedResponse { Status = 200, Json = 7 }));
        await using var replay = await ReplayServer.StartAsync(recording, cancellationToken: Token);
        using var client = PlainClient(replay.Address);

        var body = JObject.Parse("""{"token":"mine","b":{"d":"***","c":2},"a":1}""");
        var answer = await client.SendAsync(HubHttpRequest.Search("s", body).With("y", "2").With("x", "1"), Token);

        Assert.Equal(7, (int)answer.Body);
    }

    [Fact]
    public void A_vendor_that_changed_is_told_by_the_shape_of_its_answers()
    {
        var before = new Recording(DateTimeOffset.UnixEpoch);
        before.Add(Answer("/a", """{"people":[{"id":1,"email":"x"},{"id":2,"phone":null}],"total":2}"""));
        before.Add(Answer("/old", "{}"));
        var after = new Recording(DateTimeOffset.UnixEpoch);
        after.Add(Answer("/a", """{"people":[{"id":"9","mail":"y"},{"id":"8","phone":null}],"total":7}"""));

        Assert.Equal(
            [
                "GET /a: '$.people[].email' is gone (was string).",
                "GET /a: '$.people[].id' was number and is string.",
                "GET /a: '$.people[].mail' is new (string).",
                "GET /old was asked before and is not now.",
            ],
            RecordingDiff.Compare(before, after));
        Assert.Empty(RecordingDiff.Compare(before, before));
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("{\"a\":1}", "line 1: no head")]
    [InlineData("{\"recording\":2}", "line 1: version 2, expected 1")]
    [InlineData("{\"recording\":1,\"recordedAt\":\"2026-01-01\"}\n{\"request\":{}}", "line 2: no \"method\"")]
    [InlineData("{\"recording\":1,\"recordedAt\":\"2026-01-01\"}\n{", "line 2")]
    public async Task A_damaged_recording_names_the_line(string text, string expected)
    {
        await File.WriteAllTextAsync(_path, text, Token);

        var failure = await Assert.ThrowsAsync<FormatException>(() => Recording.LoadAsync(_path, Token));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static Exchange Answer(string path, string json) => new(
        new RecordedRequest { Method = "GET", Path = path }, new RecordedResponse { Status = 200, Json = JToken.Parse(json) });

    private static async Task<int> NumberAsync(HubHttpClient client) => (int)(await client.GetJsonAsync("a", Token))["n"]!;

    /// <summary>A vendor with a login, pages by links and tokens, and a habit of telling too much.</summary>
    private static async Task<StubServer> VendorAsync()
    {
        var server = await StubServer.StartAsync(Token);
        server.On("POST", "/login", _ => StubResponse.JsonText("""{"access_token":"handed-out-1","token_type":"bearer","expires_in":3600}"""));
        server.On("GET", "/people", r => r.Query["page"] == "1"
            ? FirstPage(server.Address, r)
            : StubResponse.JsonText("""{"people":[{"name":"Eve","email":"ann@shop.test"}],"next":null}"""));
        return server;
    }

    private static StubResponse FirstPage(Uri address, StubRequest request)
    {
        var body = JObject.Parse("""
            {
              "people": [
                { "name": "Ann", "email": "Ann@shop.test", "phone": "+1 415 555 2671" },
                { "name": "Ben", "email": "ben@shop.test", "phone": 4155552671 }
              ],
              "api_key": 7391,
              "nextPageToken": "page-2-token"
            }
            """);
        body["echo"] = $"you are {Canary} with {request.Headers["Authorization"]}";
        body["next"] = new Uri(address, "people?page=2&key=" + Uri.EscapeDataString(Canary)).AbsoluteUri;
        return StubResponse.Json(body).With("Set-Cookie", "sid=session-value").With("X-Session-Id", "session-value");
    }

    private static HubHttpClient PlainClient(Uri address) => new(
        new HubHttpOptions { BaseAddress = address, RetriesMax = 0 }, new ConnectorContext { SourceName = "test" });

    private static HubHttpClient Client(Uri address, ConnectorContext context) => new(
        new HubHttpOptions
        {
            BaseAddress = address,
            RetriesMax = 0,
            OAuth = new OAuthOptions
            {
                TokenEndpoint = new Uri(address, "login"),
                ClientId = "app",
                ClientSecret = new Secret(Canary),
                SecretSetting = "clientSecret",
            },
        },
        context);

    private static async Task<List<string?>> ReadAsync(HubHttpClient client)
    {
        using var _ = client;
        var names = new List<string?>();
        var options = new PagingOptions { Records = page => page["people"] as JArray };
        var first = HubHttpRequest.Get("people").With("page", "1");
        await foreach (var page in Paging.ByNextLinkAsync(client, first, p => (string?)p.Body["next"], options, Token))
        {
            names.AddRange(page.Body["people"]!.Select(p => (string?)p["name"]));
        }

        return names;
    }

    private async Task<List<string?>> RecordAsync(StubServer vendor)
    {
        var recording = new Recording(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
        var scrubber = new Scrubber([Canary]);
        var context = new ConnectorContext { SourceName = "test", WrapHttp = inner => new RecordingHandler(recording, scrubber, inner) };
        var names = await ReadAsync(Client(vendor.Address, context));
        await recording.SaveAsync(_path, Token);
        return names;
    }
}
