using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Recordings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http.Tests;

/// <summary>What <c>sdk/docs/http.md</c> and <c>sdk/docs/recording.md</c> show, run.</summary>
public sealed class GuideTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("guide-").FullName, "recording.jsonl");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task The_guide_reads_pages()
    {
        await using var server = await ShopAsync();
        var context = new ConnectorContext { SourceName = "shop" };
        var (url, token, cancellationToken) = (server.Address, new Secret("canary"), TestContext.Current.CancellationToken);

        // <client>
        using var client = new HubHttpClient(
            new HubHttpOptions
            {
                BaseAddress = url,
                AddressSetting = "url",
                SecretSetting = "token",
                Credential = HttpCredential.Bearer(token),
                RateBudget = new RateBudget(token.Reveal(), RequestsPerSecond: 10, Burst: 20),
            },
            context);
        // </client>

        var names = new List<string?>();

        // <paging>
        var options = new PagingOptions { Records = page => page["items"] as JArray };
        var pages = Paging.ByCursorAsync(
            client,
            cursor => HubHttpRequest.Get("customers").With("limit", "100").With("cursor", cursor),
            page => (string?)page["next_cursor"],
            options,
            cancellationToken: cancellationToken);
        await foreach (var page in pages)
        {
            names.AddRange(page.Body["items"]!.Select(item => (string?)item["name"]));
        }

        // </paging>
        Assert.Equal(["Ann", "Ben"], names);
    }

    [Fact]
    public async Task The_guide_logs_in_with_a_rotating_refresh_token()
    {
        await using var server = await ShopAsync();
        var context = new ConnectorContext { SourceName = "shop" };
        var (url, clientId, clientSecret, refreshToken) = (server.Address, "app", new Secret("secret"), new Secret("first"));

        // <oauth>
        var options = new HubHttpOptions
        {
            BaseAddress = url,
            AddressSetting = "url",
            OAuth = new OAuthOptions
            {
                TokenEndpoint = new Uri(url, "oauth/token"),
                ClientId = clientId,
                ClientSecret = clientSecret,
                RefreshToken = refreshToken,
                SecretSetting = "refreshToken",
            },
        };
        // </oauth>
        using var client = new HubHttpClient(options, context);
        await client.GetJsonAsync("customers", TestContext.Current.CancellationToken);

        Assert.Equal("second", (await context.Credentials.ReadAsync("refreshToken", TestContext.Current.CancellationToken))?.Reveal());
    }

    [Fact]
    public async Task The_guide_maps_failures_and_costs()
    {
        await using var server = await ShopAsync();
        var url = server.Address;

        // <failures>
        var options = new HubHttpOptions
        {
            BaseAddress = url,
            MapFailure = answer => (string?)(answer.Body as JObject)?["error"] switch
            {
                "shop_closed" => ConnectorException.Configuration(
                    "url", $"{answer.Operation}: this shop was closed.", "Remove the source, or give another shop."),
                "rebuilding_index" => ConnectorException.Transient($"{answer.Operation}: the shop is busy.", TimeSpan.FromMinutes(15)),
                _ => null,
            },
        };
        // </failures>
        using var client = new HubHttpClient(options, new ConnectorContext { SourceName = "shop" });
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("closed", TestContext.Current.CancellationToken));
        Assert.Equal("url", failure.Setting);

        // <cost>
        var costly = new HubHttpOptions
        {
            BaseAddress = url,
            MapFailure = GraphQl.FailureOf,
            RateBudget = new RateBudget("shop-1", RequestsPerSecond: 50, Burst: 1000) { Read = GraphQl.CostOf },
        };
        // </cost>
        Assert.NotNull(costly.RateBudget.Read);
    }

    [Fact]
    public async Task The_guide_records_and_replays()
    {
        var (token, cancellationToken, path) = (new Secret("canary"), TestContext.Current.CancellationToken, _path);
        await using (var server = await ShopAsync())
        {
            // <record>
            var recording = new Recording(TimeProvider.System.GetUtcNow());
            var scrubber = new Scrubber([token.Reveal()]);
            var context = new ConnectorContext
            {
                SourceName = "shop",
                WrapHttp = inner => new RecordingHandler(recording, scrubber, inner),
            };

            // ... read with that context, then:
            // </record>
            await ReadAsync(server.Address, context);

            // <save>
            await recording.SaveAsync(path, cancellationToken);
            // </save>
        }

        // <replay>
        var recorded = await Recording.LoadAsync(path, cancellationToken);
        await using var replay = await ReplayServer.StartAsync(recorded, [token.Reveal()], cancellationToken);
        var clock = new ManualClock(recorded.RecordedAt);

        // ... read with replay.Address and that clock, then:
        // </replay>
        await ReadAsync(replay.Address, new ConnectorContext { SourceName = "shop", Clock = clock });

        // <unmatched>
        Assert.Empty(replay.Replay.Unmatched);
        // </unmatched>

        // <diff>
        var changes = RecordingDiff.Compare(before: recorded, after: await Recording.LoadAsync(path, cancellationToken));
        // </diff>
        Assert.Empty(changes);
    }

    private static async Task ReadAsync(Uri url, ConnectorContext context)
    {
        using var client = new HubHttpClient(new HubHttpOptions { BaseAddress = url, RetriesMax = 0 }, context);
        await client.GetJsonAsync("customers?token=canary", TestContext.Current.CancellationToken);
    }

    private static async Task<StubServer> ShopAsync()
    {
        var server = await StubServer.StartAsync(TestContext.Current.CancellationToken);
        return server
            .On("GET", "/customers", r => r.Query.ContainsKey("cursor")
                ? StubResponse.JsonText("""{"items":[{"name":"Ben"}]}""")
                : StubResponse.JsonText("""{"items":[{"name":"Ann"}],"next_cursor":"c2"}"""))
            .On("GET", "/closed", _ => StubResponse.JsonText("""{"error":"shop_closed"}""", 400))
            .On("POST", "/oauth/token", _ => StubResponse.JsonText("""{"access_token":"a","refresh_token":"second","expires_in":3600}"""));
    }
}
