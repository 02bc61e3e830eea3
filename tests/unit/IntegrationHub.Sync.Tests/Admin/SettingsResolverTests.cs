using IntegrationHub.Core.Sources;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Sync.Tests.Admin;

public sealed class SettingsResolverTests
{
    private readonly Source _source = new()
    {
        Name = "shop",
        ConnectorId = "pos-shop",
        Settings = """{"$baseDirectory":"/data","since":"2026-02-01T08:00:00.5+02:00","map":{"from":"2026-02-01T08:00:00Z"},"token":{"$secret":"token"}}""",
    };

    [Fact]
    public void Texts_that_look_like_dates_are_given_as_they_were_stored()
    {
        var shown = SettingsResolver.Shown(_source).ToString(Newtonsoft.Json.Formatting.None);

        Assert.Equal("""{"since":"2026-02-01T08:00:00.5+02:00","map":{"from":"2026-02-01T08:00:00Z"},"token":"***"}""", shown);
    }

    [Fact]
    public async Task A_connector_gets_them_as_they_were_stored_too()
    {
        var source = _source with { Settings = """{"since":"2026-02-01T08:00:00.5+02:00","map":{"from":"2026-02-01T08:00:00Z"}}""" };
        await using var store = new SqliteHubStore(Path.Combine(Path.GetTempPath(), "never-opened.db"));
        var resolver = new SettingsResolver(new SecretVault(store.Sources, "no key is needed without a secret"));

        var values = await resolver.ResolveAsync(source, TestContext.Current.CancellationToken);

        Assert.Equal(source.Settings, values.ToString(Newtonsoft.Json.Formatting.None));
    }
}
