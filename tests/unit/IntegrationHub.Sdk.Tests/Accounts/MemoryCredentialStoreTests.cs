using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Tests.Accounts;

public sealed class MemoryCredentialStoreTests
{
    private readonly MemoryCredentialStore _store = new();

    [Fact]
    public async Task The_value_stored_last_is_read_by_its_exact_name()
    {
        var stop = TestContext.Current.CancellationToken;
        await _store.StoreAsync("refreshToken", new Secret("one"), stop);
        await _store.StoreAsync("refreshToken", new Secret("two"), stop);

        Assert.Equal("two", (await _store.ReadAsync("refreshToken", stop))?.Reveal());
        Assert.Null(await _store.ReadAsync("refreshtoken", stop));
    }

    [Fact]
    public async Task Another_waits_for_the_lock_of_the_same_name()
    {
        var stop = TestContext.Current.CancellationToken;
        var first = await _store.LockAsync("refreshToken", stop);
        var second = _store.LockAsync("refreshToken", stop);

        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Nothing_has_no_name_and_is_no_secret()
    {
        var stop = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<ArgumentException>(() => _store.LockAsync(string.Empty, stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.ReadAsync(string.Empty, stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.StoreAsync(string.Empty, new Secret("x"), stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _store.StoreAsync("token", null!, stop));
    }
}
