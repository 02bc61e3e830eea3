using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Tests.Contract;

namespace IntegrationHub.Storage.Sqlite.Tests;

/// <summary>The contract of every engine, on SQLite.</summary>
public sealed class SqliteHubStoreTests : HubStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<IHubStore> CreateAsync() => Task.FromResult<IHubStore>(new SqliteHubStore(_folder.File("hub.db")));

    protected override Task RemoveAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
