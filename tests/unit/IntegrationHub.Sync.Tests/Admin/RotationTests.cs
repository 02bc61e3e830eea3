using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Sync.Tests.Admin;

/// <summary>A vendor whose refresh tokens work once, asked by check, discovery and run of a hub that restarts in between.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("hub-rotation-").FullName);
    private readonly ManualClock _clock = new();
    private StubServer _vendor = null!;
    private int _round = 1;
    private int _refusals;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SecretKeyFile.Create(_folder.SecretKeyPath);
        _vendor = await StubServer.StartAsync(Token);
        _vendor.On("GET", "/people", _ => StubResponse.JsonText("[]")).On("POST", "/token", r =>
        {
            if (r.Form()["refresh_token"] != $"refresh-{_round}")
            {
                _refusals++;
                return StubResponse.JsonText("""{"error":"invalid_grant"}""", 400);
            }

            _round++;
            return StubResponse.JsonText($$"""{"access_token":"access-{{_round}}","refresh_token":"refresh-{{_round}}","expires_in":3600}""");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _vendor.DisposeAsync();
        Directory.Delete(_folder.FullPath, recursive: true);
    }

    [Fact]
    public async Task Check_discovery_and_runs_of_a_restarting_hub_never_use_a_refresh_token_twice()
    {
        await AddSourceAsync();

        // Check and discovery right after it share the access token; each run comes after its end.
        await CallAsync();
        await CallAsync();
        Assert.Equal(2, _round);
        for (var run = 0; run < 3; run++)
        {
            _clock.Advance(TimeSpan.FromHours(2));
            await CallAsync();
        }

        Assert.Equal((5, 0), (_round, _refusals));
    }

    [Fact]
    public async Task Two_calls_at_once_with_settings_read_before_the_rotation_do_not_burn_each_others_token()
    {
        await AddSourceAsync();
        await using var store = await OpenAsync();
        var vault = new SecretVault(store.Sources, _folder.SecretKeyPath);
        var (credentials, source) = (new SourceCredentials(vault), (await store.Sources.FindAsync("shop", Token))!);
        var before = (string)(await new SettingsResolver(vault).ResolveAsync(source, Token))["refreshToken"]!;

        await Task.WhenAll(AskAsync(before, credentials, source), AskAsync(before, credentials, source));
        _clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(AskAsync(before, credentials, source), AskAsync(before, credentials, source));

        Assert.Equal((3, 0), (_round, _refusals));
    }

    private async Task AddSourceAsync()
    {
        await using var store = await OpenAsync();
        var source = await store.Sources.AddAsync(
            new Source { Name = "shop", ConnectorId = "pos-shop", Settings = """{"refreshToken":{"$secret":"refreshToken"}}""" }, Token);
        await new SecretVault(store.Sources, _folder.SecretKeyPath).SetAsync(source!, "refreshToken", new Secret("refresh-1"), Token);
    }

    /// <summary>One call of a connector, in a hub that starts for it and ends after it.</summary>
    private async Task CallAsync()
    {
        await using var store = await OpenAsync();
        var vault = new SecretVault(store.Sources, _folder.SecretKeyPath);
        var source = (await store.Sources.FindAsync("shop", Token))!;
        var settings = await new SettingsResolver(vault).ResolveAsync(source, Token);
        await AskAsync((string)settings["refreshToken"]!, new SourceCredentials(vault), source);
    }

    private async Task AskAsync(string refreshToken, SourceCredentials credentials, Source source)
    {
        var options = new HubHttpOptions
        {
            BaseAddress = _vendor.Address,
            OAuth = new OAuthOptions
            {
                TokenEndpoint = new Uri(_vendor.Address, "token"),
                ClientId = "hub",
                RefreshToken = new Secret(refreshToken),
                SecretSetting = "refreshToken",
            },
        };
        using var client = new HubHttpClient(
            options, new ConnectorContext { SourceName = source.Name, Clock = _clock, Credentials = credentials.For(source) });
        await client.GetJsonAsync("people", Token);
    }

    private async Task<SqliteHubStore> OpenAsync()
    {
        var store = new SqliteHubStore(_folder.DatabasePath);
        await store.InitializeAsync(Token);
        return store;
    }
}
