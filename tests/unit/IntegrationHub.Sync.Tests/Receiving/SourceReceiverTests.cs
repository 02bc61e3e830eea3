using System.Diagnostics;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Receiving;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Sync.Tests.Receiving;

public sealed class SourceReceiverTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-receive-").FullName;
    private readonly PushedConnector _connector = new();
    private SqliteHubStore _store = null!;
    private Source _source = null!;
    private SourceReceiver _receiver = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteHubStore(Path.Combine(_folder, "hub.db"));
        await _store.InitializeAsync(Token);
        _source = (await _store.Sources.AddAsync(new Source { Name = "web", ConnectorId = "pushed", Settings = "{}" }, Token))!;
        var open = new OpenReceiver(LoadedConnector.Of(_connector, "pushed", "1.0"), _source, [], new ConnectorContext { SourceName = "web" });
        var vault = new SecretVault(_store.Sources, Path.Combine(_folder, "key"));
        var opener = new ReceiverOpener(
            _store.Sources, new ConnectorCatalog([], NullLogger.Instance), new SettingsResolver(vault), new SourceCredentials(vault), _folder, TimeProvider.System, NullLogger.Instance);
        _receiver = new SourceReceiver(open, opener, _store, new RecordGate(new GateOptions()), () => { }, TimeProvider.System, NullLogger.Instance);
        _connector.Script = request => Task.FromResult(ReceivedResult.Accepted([Person(request.Path)]));
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_request_is_answered_when_its_records_are_stored()
    {
        var answer = await SendAsync("a");

        Assert.Equal(200, answer.StatusCode);
        Assert.NotNull(await _store.Records.FindAsync(new RecordRef("web", "people", "a"), Token));
    }

    [Fact]
    public async Task Requests_that_come_while_the_connector_is_busy_share_one_commit()
    {
        var gate = new TaskCompletionSource();
        _connector.Script = async request =>
        {
            await gate.Task.WaitAsync(Token);
            return ReceivedResult.Accepted([Person(request.Path)]);
        };
        var calls = Enumerable.Range(0, 100).Select(i => SendAsync($"p{i}")).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, a => Assert.Equal(200, a.StatusCode));
        var changes = (await _store.Records.GetPendingAsync(Token)).Select(p => p.Change).Distinct().Count();
        Assert.InRange(changes, 1, 2);
    }

    [Fact]
    public async Task Too_many_at_a_time_are_turned_away_and_the_others_answered()
    {
        var gate = new TaskCompletionSource();
        _connector.Script = async _ =>
        {
            await gate.Task.WaitAsync(Token);
            return ReceivedResult.Accepted([]);
        };
        var calls = Enumerable.Range(0, ReceivingLimits.CallsMax).Select(_ => SendAsync("a")).ToList();

        var answer = await SendAsync("b");
        var wide = await _receiver.ReceiveAsync(ReceivingLimits.PendingBytesMax + 1, () => throw new InvalidOperationException("may not be read"));
        gate.SetResult();

        Assert.Equal((429, "1"), (answer.StatusCode, answer.RetryAfterSeconds));
        Assert.Equal(429, wide.StatusCode);
        Assert.All(await Task.WhenAll(calls), a => Assert.Equal(200, a.StatusCode));
    }

    [Fact]
    public async Task A_lease_that_another_holds_is_waited_for_and_then_the_sender_is_told_to_come_back()
    {
        var other = (await _store.Leases.TryAcquireAsync(_source.Id, "other:1:1", TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), Token))!;

        var started = Stopwatch.GetTimestamp();
        var refused = await SendAsync("a");
        var waited = Stopwatch.GetElapsedTime(started);
        await _store.Leases.ReleaseAsync(other, Token);
        var taken = await SendAsync("a");

        Assert.Equal((503, 200), (refused.StatusCode, taken.StatusCode));
        Assert.True(waited >= ReceivingLimits.LeaseWait);
    }

    [Fact]
    public async Task A_receiver_that_lost_its_lease_writes_nothing_under_the_old_one_and_takes_it_anew()
    {
        await SendAsync("a");
        var held = (await _store.Leases.FindAsync(_source.Id, Token))!;
        await _store.Leases.ReleaseAsync(held, Token);
        var other = (await _store.Leases.TryAcquireAsync(_source.Id, "other:1:1", TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), Token))!;
        var meanwhile = SendAsync("b");
        await Task.Delay(TimeSpan.FromMilliseconds(500), Token);

        Assert.Null(await _store.Records.FindAsync(new RecordRef("web", "people", "b"), Token));
        await _store.Leases.ReleaseAsync(other, Token);
        Assert.Equal(200, (await meanwhile).StatusCode);
        Assert.True((await _store.Leases.FindAsync(_source.Id, Token))!.Fence > other.Fence);
    }

    [Fact]
    public async Task A_source_that_was_removed_takes_nothing_more()
    {
        await SendAsync("a");
        await _store.Sources.RemoveAsync(_source.Id, Token);

        Assert.Equal(503, (await SendAsync("b")).StatusCode);
        Assert.DoesNotContain(await _store.Records.GetAsync([1, 2], Token), r => !r.IsDeleted);
    }

    [Fact]
    public async Task Parts_of_one_person_meet_in_one_record_whatever_their_order()
    {
        _connector.Script = request => Task.FromResult(ReceivedResult.Accepted([request.Path switch
        {
            "first" => Part(1, "email", "old@cust.example"),
            "third" => Part(3, "phone", "+14025550136"),
            _ => Part(2, "email", "new@cust.example"),
        },
        ]));
        await SendAsync("first");
        await SendAsync("third");
        await SendAsync("second");

        var record = (await _store.Records.FindAsync(new RecordRef("web", "people", "p"), Token))!;
        Assert.Equal(["new@cust.example", "+14025550136"], record.Fields.Select(f => f.Value));
        Assert.Equal(Day.AddMinutes(3), record.UpdatedAt);
    }

    [Fact]
    public async Task A_part_that_was_set_aside_is_not_dropped_by_the_next_part_and_joins_the_record_when_it_is_tried_again()
    {
        var note = new string('x', 9_000);
        _connector.Script = request => Task.FromResult(ReceivedResult.Accepted([request.Path == "bad" ? Part(1, "attribute:note", note) : Part(2, "email", "ada@cust.example")]));
        await SendAsync("bad");
        await SendAsync("good");
        await using (await _receiver.PauseAsync(Token))
        {
            var wide = new RecordGate(new GateOptions { ValueBytesMax = 64_000 });
            var retry = await new QuarantineAdmin(_store, wide, TimeProvider.System, NullLogger<QuarantineAdmin>.Instance).RetryAsync(_source, Token);
            Assert.Equal(1, retry.Taken);
        }

        Assert.Equal([note, "ada@cust.example"], (await _store.Records.FindAsync(new RecordRef("web", "people", "p"), Token))!.Fields.Select(f => f.Value));
    }

    [Fact]
    public async Task A_connector_that_fails_fails_that_request_alone()
    {
        _connector.Script = request => request.Path switch
        {
            "crash" => throw new InvalidOperationException("secret text"),
            "later" => throw ConnectorException.Transient("busy", TimeSpan.FromSeconds(7)),
            "never" => throw ConnectorException.Record("no such thing"),
            "wrong" => Task.FromResult(ReceivedResult.Accepted([new StreamCompleted("people")])),
            _ => Task.FromResult(ReceivedResult.Accepted([Person(request.Path)])),
        };

        var answers = await Task.WhenAll(new[] { "crash", "later", "never", "wrong", "fine" }.Select(SendAsync));

        Assert.Equal([500, 503, 400, 500, 200], answers.Select(a => a.StatusCode));
        Assert.Equal("7", answers[1].RetryAfterSeconds);
        Assert.DoesNotContain("secret", answers[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_answers_what_waits_gives_back_the_lease_and_ends_the_run()
    {
        var last = SendAsync("a");
        await _receiver.DisposeAsync();

        Assert.Equal(200, (await last).StatusCode);
        Assert.Equal(503, (await SendAsync("b")).StatusCode);
        Assert.Null(await _store.Leases.FindAsync(_source.Id, Token));
        var run = Assert.Single(await _store.Runs.ListAsync(_source.Id, 10, Token));
        Assert.Equal((RunStatus.Succeeded, 1L, "push"), (run.Status, run.Streams["people"].New, run.Trigger));
    }

    private static PersonRecord Person(string key) => new PersonRecord("people", key).Add(PersonFields.NameGiven, "Ada");

    private static PersonRecord Part(int minute, string field, string value) =>
        new PersonRecord("people", "p") { IsPartial = true, UpdatedAt = Day.AddMinutes(minute) }.Add(field, value);

    private Task<ReceivedAnswer> SendAsync(string path) => _receiver.ReceiveAsync(
        1_000, () => Task.FromResult(new ReceivedRequest { Method = "POST", Path = path, ReceivedAt = TimeProvider.System.GetUtcNow() }));
}
