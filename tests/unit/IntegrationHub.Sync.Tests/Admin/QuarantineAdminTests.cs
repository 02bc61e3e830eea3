using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Sync.Tests.Admin;

public sealed class QuarantineAdminTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-quarantine-").FullName;
    private SqliteHubStore _store = null!;
    private Source _source = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteHubStore(Path.Combine(_folder, "hub.db"));
        await _store.InitializeAsync(Token);
        _source = (await _store.Sources.AddAsync(new Source { Name = "crm", ConnectorId = "list-file", Settings = "{}" }, Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_a_wider_gate_lets_in_is_taken_and_the_rest_stays()
    {
        await SetAsideAsync(Day, Person("1", "Ada"));
        await CommitAsync(Day, batch => batch.Quarantined.Add(new QuarantinedRecord("people", "2", "cannot be read", "raw text") { At = Day }));

        var retry = await NewAdmin().RetryAsync(_source, Token);

        Assert.Equal((1, 0, 1), (retry.Taken, retry.Refused, retry.Unreadable));
        Assert.Equal(RunStatus.Partial, retry.Run.Status);
        Assert.NotNull(await _store.Records.FindAsync(new RecordRef("crm", "people", "1"), Token));
        Assert.Equal("2", Assert.Single(await _store.Quarantine.ListAsync(_source.Id, 0, 10, Token)).Key);
    }

    [Fact]
    public async Task What_the_source_has_said_since_is_not_replaced()
    {
        await SetAsideAsync(Day, Person("1", "Old"));
        await CommitAsync(Day.AddDays(1), batch => batch.Records.Add(Wide().Admit(Person("1", "New"), Day).Accepted!));

        var retry = await NewAdmin().RetryAsync(_source, Token);

        Assert.Equal((0, 0), (retry.Taken, retry.Left));
        var stored = await _store.Records.FindAsync(new RecordRef("crm", "people", "1"), Token);
        Assert.Contains(stored!.Fields, f => f.Value == "New");
        Assert.Empty(await _store.Quarantine.ListAsync(_source.Id, 0, 10, Token));
    }

    private static PersonRecord Person(string key, string given) => new PersonRecord("people", key).Add(PersonFields.NameGiven, given);

    private static RecordGate Wide() => new(new GateOptions());

    private QuarantineAdmin NewAdmin() => new(_store, Wide(), TimeProvider.System, NullLogger<QuarantineAdmin>.Instance);

    private Task SetAsideAsync(DateTimeOffset at, PersonRecord person)
    {
        var refused = new RecordGate(new GateOptions { ValueBytesMax = 1 }).Admit(person, at);
        return CommitAsync(at, batch => batch.Quarantined.Add(refused.Quarantined!));
    }

    private async Task CommitAsync(DateTimeOffset at, Action<RecordBatch> fill)
    {
        var lease = await _store.Leases.TryAcquireAsync(_source.Id, "test", at, TimeSpan.FromMinutes(1), Token);
        var run = await _store.Runs.StartAsync(new Run { SourceId = _source.Id, Trigger = "test", StartedAt = at }, Token);
        var batch = new RecordBatch(_source.Id, run.Id);
        fill(batch);
        await _store.Records.CommitAsync(batch, lease!, at, Token);
        await _store.Leases.ReleaseAsync(lease!, Token);
    }
}
