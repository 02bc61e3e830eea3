using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Sync.Tests.Admin;

public sealed class SecretVaultTests : IAsyncLifetime
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("hub-vault-").FullName);
    private SqliteHubStore _store = null!;
    private Source _source = null!;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteHubStore(_folder.DatabasePath);
        await _store.InitializeAsync(TestContext.Current.CancellationToken);
        SecretKeyFile.Create(_folder.SecretKeyPath);
        _source = (await _store.Sources.AddAsync(NewSource("shop"), TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder.FullPath, recursive: true);
    }

    [Fact]
    public async Task A_secret_comes_back_as_it_was()
    {
        var vault = new SecretVault(_store.Sources, _folder.SecretKeyPath);

        await vault.SetAsync(_source, "token", new Secret("žluťoučký 🐎"), TestContext.Current.CancellationToken);

        Assert.Equal("žluťoučký 🐎", (await vault.GetAsync(_source, "token", TestContext.Current.CancellationToken)).Reveal());
    }

    [Fact]
    public async Task A_secret_moved_to_another_source_does_not_open()
    {
        var vault = new SecretVault(_store.Sources, _folder.SecretKeyPath);
        var other = (await _store.Sources.AddAsync(NewSource("other"), TestContext.Current.CancellationToken))!;
        await vault.SetAsync(_source, "token", new Secret("s3cret"), TestContext.Current.CancellationToken);
        var stolen = await _store.Sources.GetSecretAsync(_source.Id, "token", TestContext.Current.CancellationToken);
        await _store.Sources.SetSecretAsync(other.Id, "token", stolen!, TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<AdminException>(() => vault.GetAsync(other, "token", TestContext.Current.CancellationToken));

        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_key_a_secret_does_not_open()
    {
        await new SecretVault(_store.Sources, _folder.SecretKeyPath)
            .SetAsync(_source, "token", new Secret("s3cret"), TestContext.Current.CancellationToken);
        SecretKeyFile.Create(_folder.SecretKeyPath);

        await Assert.ThrowsAsync<AdminException>(
            () => new SecretVault(_store.Sources, _folder.SecretKeyPath).GetAsync(_source, "token", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_missing_key_is_named_with_the_way_out()
    {
        File.Delete(_folder.SecretKeyPath);

        var failure = Assert.Throws<AdminException>(new SecretVault(_store.Sources, _folder.SecretKeyPath).RequireKey);

        Assert.Contains(_folder.SecretKeyPath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("backup", failure.Next, StringComparison.Ordinal);
    }

    private static Source NewSource(string name) => new() { Name = name, ConnectorId = "pos-square", Settings = "{}" };
}
