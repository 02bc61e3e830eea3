using System.Text;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Storage.Sqlite.Tests.Contract;

/// <summary>What every storage engine must do. An engine's tests derive from it and say how to open an empty store.</summary>
public abstract partial class HubStoreContract : IAsyncLifetime
{
    protected const string People = "people";
    protected const string Orders = "orders";

    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IHubStore Store { get; private set; } = null!;

    /// <summary>Gets a source with a lease.</summary>
    protected Source Crm { get; private set; } = null!;

    protected Lease Lease { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await CreateAsync();
        await Store.InitializeAsync(Cancel);
        Crm = await AddSourceAsync("crm");
        Lease = (await Store.Leases.TryAcquireAsync(Crm.Id, "tests", Now, TimeSpan.FromMinutes(5), Cancel))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a store on an empty place.</summary>
    /// <returns>The store, not yet initialised.</returns>
    protected abstract Task<IHubStore> CreateAsync();

    /// <summary>Cleans the place up.</summary>
    /// <returns>A task.</returns>
    protected abstract Task RemoveAsync();

    protected static IncomingRecord Person(string key, string email = "a@example.org", DateTimeOffset? updatedAt = null) =>
        new(People, key, [new Field("name.full", "Test Person"), new Field("email", email)], updatedAt);

    protected static Interaction Order(string key, string? personKey, int hour = 0, string body = "{}") =>
        new(Orders, key, "order", Now.AddHours(hour), personKey is null ? null : People, personKey, body);

    protected RecordBatch Batch(params IncomingRecord[] records) => Batch(1, records);

    protected RecordBatch Batch(long run, params IncomingRecord[] records)
    {
        var batch = new RecordBatch(Crm.Id, run);
        batch.Records.AddRange(records);
        return batch;
    }

    protected async Task<Source> AddSourceAsync(string name) =>
        (await Store.Sources.AddAsync(new Source { Name = name, ConnectorId = "list-file", Settings = "{}", CreatedAt = Now }, Cancel))!;

    protected Task<BatchOutcome> CommitAsync(RecordBatch batch) => Store.Records.CommitAsync(batch, Lease, Now, Cancel);

    /// <summary>Stores persons and gives their numbers.</summary>
    protected async Task<long[]> StoreAsync(params string[] keys)
    {
        await CommitAsync(Batch([.. keys.Select(k => Person(k, k + "@example.org"))]));
        var ids = new List<long>();
        foreach (var key in keys)
        {
            ids.Add((await FindAsync(key))!.Id);
        }

        return [.. ids];
    }

    protected Task<SourceRecord?> FindAsync(string key) => Store.Records.FindAsync(new RecordRef(Crm.Name, People, key), Cancel);

    protected async Task<Guid> UidAsync(long recordId) => (await Store.Records.GetAsync([recordId], Cancel))[0].Uid;

    protected async Task<long[]> PendingAsync() =>
        [.. (await Store.Records.GetPendingAsync(Cancel)).Select(p => p.RecordId)];

    protected static ResolvedCustomer Customer(params long[] members) => Named("Test Person", members);

    protected static ResolvedCustomer Named(string name, params long[] members) =>
        new(members[0], members, Encoding.UTF8.GetBytes($$"""{"name.full":"{{name}}","email":["a@example.org"]}"""));

    protected Task<int> ResolveAsync(params ResolvedCustomer[] customers) => ResolveAsync([], customers);

    protected Task<int> ResolveAsync(long[] orphans, params ResolvedCustomer[] customers)
    {
        var batch = new ResolutionBatch();
        batch.Customers.AddRange(customers);
        batch.Orphans.AddRange(orphans);
        return Store.Customers.ApplyAsync(batch, Now, Cancel);
    }

    /// <summary>Reads the newest entries of the feed as kind, customer and other, records by their numbers.</summary>
    protected async Task<string[]> FeedAsync(params long[] records)
    {
        var names = new Dictionary<Guid, long>();
        foreach (var id in records)
        {
            names[await UidAsync(id)] = Array.IndexOf(records, id);
        }

        var changes = await Store.Customers.ReadChangesAsync(0, 1_000, Cancel);
        return [.. changes.Select(c => $"{c.Kind} {names[c.CustomerId]}" + (c.OtherId is { } other ? $" {names[other]}" : string.Empty))];
    }
}
