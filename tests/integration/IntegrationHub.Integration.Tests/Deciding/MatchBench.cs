using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Identity;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Resolving;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>A store in a folder of its own with the real resolver over it, one source, and people to decide.</summary>
internal sealed class MatchBench : IAsyncDisposable
{
    private const string Crm = "crm";
    private const string People = "people";
    private const string Orders = "orders";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-match-").FullName;
    private readonly SqliteHubStore _store;
    private readonly SteppingClock _clock = new(Start);
    private readonly Dictionary<string, (Source Source, Lease Lease)> _sources = [];
    private readonly Dictionary<string, string> _sourceOf = [];
    private int _orders;

    private MatchBench()
    {
        _store = new SqliteHubStore(PathOf("hub.db"));
        Resolver = NewResolver(_store);
        Decisions = new DecisionAdmin(_store, _clock);
    }

    public DecisionAdmin Decisions { get; }

    public ResolverService Resolver { get; private set; }

    public IHubStore Store => _store;

    public MatchAdmin Matching => new(_store, Resolver);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<MatchBench> OpenAsync()
    {
        var bench = new MatchBench();
        await bench._store.InitializeAsync(Cancel);
        await bench.AddSourceAsync(Crm, trust: 0.5);
        return bench;
    }

    public async Task AddSourceAsync(string name, double trust)
    {
        var source = (await _store.Sources.AddAsync(
            new Source { Name = name, ConnectorId = "list-file", Settings = "{}", Trust = trust, CreatedAt = Start }, Cancel))!;
        var lease = (await _store.Leases.TryAcquireAsync(source.Id, "tests", Start, TimeSpan.FromDays(9), Cancel))!;
        _sources.Add(name, (source, lease));
    }

    public async ValueTask DisposeAsync()
    {
        Resolver.Dispose();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Delivers a record, written like <c>name.given: Ada | email: ada@example.com</c>, and resolves.</summary>
    public Task PutAsync(string key, string values, string source = Crm)
    {
        _sourceOf[key] = source;
        return CommitAsync(key, batch => batch.Records.Add(new IncomingRecord(People, key, FieldsOf(values), null)));
    }

    public Task DeleteAsync(string key) => CommitAsync(key, batch => batch.Deletions.Add((People, key)));

    public Task OrderAsync(string key) => CommitAsync(key, batch => batch.Interactions.Add(
        new Interaction(Orders, $"o{++_orders}", "order", Start.AddMinutes(_orders), People, key, "{}")));

    public Task ConsentAsync(string key, ConsentStatus status) => CommitAsync(key, batch => batch.Consents.Add(
        new Consent(People, key, "email", "marketing", status, Start.AddMinutes(++_orders), null)));

    /// <summary>Forgets the index, as a new process does.</summary>
    public void Restart()
    {
        Resolver.Dispose();
        Resolver = NewResolver(_store);
    }

    public async Task DecideAsync(string keyA, string keyB, bool isSame)
    {
        await Decisions.DecideAsync(await RecordAsync(keyA), await RecordAsync(keyB), isSame, "tester", null, Cancel);
        await ResolveAsync();
    }

    public async Task<(RecordRef RecordA, RecordRef RecordB)> MergeAsync(string keyA, string keyB)
    {
        var undo = await Decisions.MergeAsync(await CustomerAsync(keyA), await CustomerAsync(keyB), "tester", null, Cancel);
        await ResolveAsync();
        return undo;
    }

    public async Task<(RecordRef RecordA, RecordRef RecordB)> SplitAsync(params string[] keys)
    {
        var details = await ShowAsync(keys[0]);
        var (_, recordA, recordB) = await Decisions.SplitAsync(
            details, [.. details.Records.Where(r => keys.Contains(r.Reference.Key))], "tester", null, Cancel);
        await ResolveAsync();
        return (recordA, recordB);
    }

    public async Task WithdrawAsync((RecordRef RecordA, RecordRef RecordB) pair)
    {
        await Decisions.WithdrawAsync(pair.RecordA, pair.RecordB, isWholeAct: true, "tester", null, Cancel);
        await ResolveAsync();
    }

    public Task WithdrawAsync(string keyA, string keyB) => WithdrawAsync((Ref(keyA), Ref(keyB)));

    public async Task<CustomerDetails> ShowAsync(string key) => await Queries(_store).ShowAsync((await CustomerAsync(key)).Uid, Cancel);

    public async Task<Customer> CustomerAsync(string key) =>
        (await _store.Customers.FindByRecordAsync((await RecordAsync(key)).Record.Id, Cancel))!;

    public async Task<Guid> IdAsync(string key) => (await CustomerAsync(key)).Uid;

    public async Task<bool> AreTogetherAsync(string keyA, string keyB) => await IdAsync(keyA) == await IdAsync(keyB);

    /// <summary>Gives the pairs in the review queue as <c>key-key</c>.</summary>
    public async Task<List<string>> QueueAsync() =>
        [.. (await Matching.ReviewAsync(100, Cancel)).Select(p => $"{p.RecordA.Reference.Key}-{p.RecordB.Reference.Key}")];

    /// <summary>Writes down everything that customers are: ids, records, golden bytes, consents, interactions, doubts.</summary>
    public Task<string> StateAsync() => StateAsync(_store);

    /// <summary>Writes down what a copy of the store is, after everything derived was built anew from the stored part.</summary>
    public async Task<string> RebuiltStateAsync()
    {
        var path = PathOf($"rebuilt-{Guid.NewGuid():N}.db");
        Run(PathOf("hub.db"), $"VACUUM INTO '{path}'");
        Run(path, """
            DELETE FROM customer; DELETE FROM customer_name; DELETE FROM membership; DELETE FROM alias; DELETE FROM lookup;
            DELETE FROM record_token; DELETE FROM doubtful; DELETE FROM pending;
            INSERT INTO pending(record_id, change) SELECT id, 1 FROM record WHERE is_deleted = 0;
            """);
        await using var copy = new SqliteHubStore(path);
        await copy.InitializeAsync(Cancel);
        using var resolver = NewResolver(copy);
        await resolver.ResolveAsync(null, Cancel);
        return await StateAsync(copy);
    }

    public async Task<MemberRecord> RecordAsync(string key) => await Matching.FindRecordAsync(Ref(key).ToString(), Cancel);

    public string PathOf(string name) => Path.Combine(_folder, name);

    public Task ResolveAsync() => Resolver.ResolveAsync(null, Cancel);

    private static List<Field> FieldsOf(string values) =>
        [.. values.Split('|', StringSplitOptions.TrimEntries).Select(p => p.Split(": ", 2)).Select(p => new Field(p[0], p[1]))];

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<string> StateAsync(SqliteHubStore store)
    {
        var lines = new List<string>();
        await foreach (var customer in store.Customers.ReadAllAsync(Cancel))
        {
            var details = await Queries(store).ShowAsync(customer.Uid, Cancel);
            var timeline = await store.Customers.GetTimelineAsync(customer.AnchorId, 0, 1_000, Cancel);
            lines.Add(string.Join(
                '\n',
                customer.Uid,
                string.Join(' ', details.Records.Select(r => r.Reference.Key)),
                customer.Golden,
                string.Join(' ', details.Consents.Select(c => $"{c.Channel} {c.Purpose} {c.Status} {c.DecidedBy}")),
                string.Join(' ', timeline.Select(t => t.Interaction.Key)),
                string.Join(' ', details.MayAlsoBe.OrderBy(p => p.Record.Key).ThenBy(p => p.Other.Key))));
        }

        return string.Join("\n\n", lines);
    }

    private RecordRef Ref(string key) => new(_sourceOf[key], People, key);

    private async Task CommitAsync(string key, Action<RecordBatch> fill)
    {
        var (source, lease) = _sources[_sourceOf.GetValueOrDefault(key, Crm)];
        var batch = new RecordBatch(source.Id, 1);
        fill(batch);
        await _store.Records.CommitAsync(batch, lease, _clock.GetUtcNow(), Cancel);
        await ResolveAsync();
    }

    private CustomerQueries Queries(SqliteHubStore store) => new(store, new RecordGate(new GateOptions()), SurvivorshipPolicy.Default, MatchModel.Shipped, _clock);

    private ResolverService NewResolver(SqliteHubStore store) =>
        new(store, MatchModel.Shipped, SurvivorshipPolicy.Default, _clock, NullLogger<ResolverService>.Instance);
}
