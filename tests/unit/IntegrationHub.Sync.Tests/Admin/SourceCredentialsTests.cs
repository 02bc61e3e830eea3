using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Sync.Tests.Admin;

public sealed class SourceCredentialsTests : IAsyncLifetime
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("hub-credentials-").FullName);
    private SqliteHubStore _store = null!;
    private SecretVault _vault = null!;
    private Source _source = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteHubStore(_folder.DatabasePath);
        await _store.InitializeAsync(Token);
        SecretKeyFile.Create(_folder.SecretKeyPath);
        _vault = new SecretVault(_store.Sources, _folder.SecretKeyPath);
        _source = (await _store.Sources.AddAsync(
            new Source { Name = "shop", ConnectorId = "pos-shop", Settings = """{"refreshToken":{"$secret":"refreshToken"},"url":"https://shop.example"}""" }, Token))!;
        await _vault.SetAsync(_source, "refreshToken", new Secret("first"), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder.FullPath, recursive: true);
    }

    [Fact]
    public async Task A_rotated_secret_is_in_the_settings_of_the_next_call_also_after_a_restart()
    {
        await new SourceCredentials(_vault).For(_source).StoreAsync("refreshToken", new Secret("second"), Token);

        await using var reopened = new SqliteHubStore(_folder.DatabasePath);
        await reopened.InitializeAsync(Token);
        var settings = await new SettingsResolver(new SecretVault(reopened.Sources, _folder.SecretKeyPath)).ResolveAsync(_source, Token);

        Assert.Equal("second", (string?)settings["refreshToken"]);
    }

    [Fact]
    public async Task What_was_got_with_a_secret_is_kept_beside_it_and_shown_to_nobody()
    {
        var credentials = new SourceCredentials(_vault).For(_source);
        Assert.Null(await credentials.ReadAsync("refreshToken.access", Token));

        await credentials.StoreAsync("refreshToken.access", new Secret("access"), Token);

        Assert.Equal("access", (await credentials.ReadAsync("refreshToken.access", Token))?.Reveal());
        Assert.Equal("first", (await credentials.ReadAsync("refreshToken", Token))?.Reveal());
        Assert.DoesNotContain("access", (await new SettingsResolver(_vault).ResolveAsync(_source, Token)).Properties().Select(p => p.Name), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("url")]
    [InlineData("other")]
    [InlineData("url.access")]
    [InlineData("refreshToken.other")]
    public async Task A_connector_stores_nothing_but_secrets_that_its_source_has(string name)
    {
        var credentials = new SourceCredentials(_vault).For(_source);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => credentials.StoreAsync(name, new Secret("canary"), Token));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_calls_of_one_source_renew_one_after_the_other_and_other_sources_do_not_wait()
    {
        var all = new SourceCredentials(_vault);
        var other = (await _store.Sources.AddAsync(_source with { Name = "other" }, Token))!;
        var first = await all.For(_source).LockAsync("refreshToken", Token);

        var second = all.For(_source).LockAsync("RefreshToken", Token);
        await (await all.For(other).LockAsync("refreshToken", Token)).DisposeAsync();
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }
}
