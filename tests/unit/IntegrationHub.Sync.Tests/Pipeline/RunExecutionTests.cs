using IntegrationHub.Core.Runs;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Tests.Pipeline;

public sealed class RunExecutionTests
{
    private const string People = "people";

    [Fact]
    public async Task An_enumeration_that_ends_without_completing_is_not_a_success()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = _ => [Person("1")];

        var run = await bench.RunAsync();

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("without completing", run.Error, StringComparison.Ordinal);
        Assert.Single(await bench.LiveAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(19)]
    public async Task A_run_that_broke_anywhere_goes_on_from_its_last_checkpoint(int brokenAt)
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        var isBroken = true;
        bench.Connector.Script = request => Numbered(request, 20, isBroken ? brokenAt : int.MaxValue);

        var first = await bench.RunAsync();
        isBroken = false;
        var second = await bench.RunAsync();

        Assert.Equal(RunStatus.Failed, first.Status);
        Assert.Equal(RunStatus.Succeeded, second.Status);
        var keys = (await bench.LiveAsync()).Select(r => r.Key).ToList();
        Assert.Equal(20, keys.Count);
        Assert.Equal(20, keys.Distinct().Count());
        if (brokenAt > 5)
        {
            Assert.NotNull(bench.Connector.Requests[1].Streams[0].State);
        }
    }

    [Fact]
    public async Task A_full_read_resumed_after_a_break_deletes_only_what_neither_part_has_seen()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = request => Numbered(request, 30, int.MaxValue);
        await bench.RunAsync();

        var isBroken = true;
        bench.Connector.Script = request => Numbered(request, 20, isBroken ? 12 : int.MaxValue);
        await bench.RunAsync();
        isBroken = false;
        await bench.RunAsync();

        Assert.Equal(20, (await bench.LiveAsync()).Count);
    }

    [Fact]
    public async Task A_record_set_aside_keeps_missing_records_from_being_taken_as_deleted()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = _ => [Person("1"), Person("2"), new StreamCompleted(People)];
        await bench.RunAsync();

        bench.Connector.Script = _ => [Person("1"), new RejectedRecord(People, "line 2 is torn", "x"), new StreamCompleted(People)];
        var run = await bench.RunAsync();

        Assert.Equal(RunStatus.Partial, run.Status);
        Assert.Equal(1, run.Streams[People].Quarantined);
        Assert.Equal(2, (await bench.LiveAsync()).Count);
    }

    [Fact]
    public async Task One_bad_stream_does_not_keep_the_others_from_completing()
    {
        await using var bench = await RunBench.OpenAsync();
        foreach (var name in new[] { "a", "b", "c" })
        {
            bench.Connector.Streams.Add(new StreamDescription(name));
        }

        bench.Connector.Script = request => request.Streams.SelectMany(s => string.Equals(s.Stream, "b", StringComparison.Ordinal)
            ? throw new InvalidOperationException("secret-value")
            : new Message[] { new PersonRecord(s.Stream, "1").Add(PersonFields.Email, "a@b.example"), new StreamCompleted(s.Stream) });

        var run = await bench.RunAsync();

        Assert.Equal(RunStatus.Partial, run.Status);
        Assert.Equal(2, (await bench.LiveAsync()).Count);
        Assert.Contains("b: the connector failed with InvalidOperationException", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_tried_once_for_all_streams()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription("a"));
        bench.Connector.Streams.Add(new StreamDescription("b"));
        bench.Connector.Script = _ => throw ConnectorException.Configuration("token", "The token is refused.", "Make a new one.");

        var run = await bench.RunAsync();

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Single(bench.Connector.Requests);
        Assert.Contains("Make a new one.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivering_the_same_twice_changes_nothing_and_leaves_nothing_pending()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = request => Numbered(request, 10, int.MaxValue);
        await bench.RunAsync();
        var pending = await bench.Store.Records.GetPendingAsync(CancellationToken.None);

        var again = await bench.RunAsync();

        Assert.Equal(10, again.Streams[People].Unchanged);
        Assert.Equal(pending, await bench.Store.Records.GetPendingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_incremental_read_starts_at_the_cursor_less_the_overlap_and_never_past_the_start_of_its_run()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People) { Cursor = CursorKind.Ordered, Overlap = TimeSpan.FromMinutes(5) });
        var future = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(9);
        bench.Connector.Script = _ => [Person("1"), new Checkpoint(People, new JObject { ["n"] = 1.50m }, future), new StreamCompleted(People)];
        var first = await bench.RunAsync();
        await bench.RunAsync();

        var request = bench.Connector.Requests[1].Streams[0];
        Assert.Equal(SyncMode.Incremental, request.Mode);
        Assert.Equal("""{"n":1.50}""", request.State!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.True((first.StartedAt - TimeSpan.FromMinutes(5) - request.Since!.Value).Duration() < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_full_read_never_sees_the_state_of_incremental_ones()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People) { Cursor = CursorKind.Ordered });
        bench.Connector.Script = _ => [Person("1"), new Checkpoint(People, "s"), new StreamCompleted(People)];
        await bench.RunAsync();
        await bench.RunAsync(full: true);

        Assert.Equal(SyncMode.Full, bench.Connector.Requests[1].Streams[0].Mode);
        Assert.Null(bench.Connector.Requests[1].Streams[0].State);
    }

    [Fact]
    public async Task An_unordered_cursor_counts_only_once_its_stream_is_completed()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People) { Cursor = CursorKind.Unordered });
        bench.Connector.Script = _ => [Person("1"), new Checkpoint(People, "one"), new StreamCompleted(People)];
        await bench.RunAsync();
        bench.Connector.Script = _ => [Person("2"), new Checkpoint(People, "two")];
        await bench.RunAsync();
        bench.Connector.Script = _ => [new StreamCompleted(People)];
        await bench.RunAsync();

        Assert.Equal("one", (string?)bench.Connector.Requests[2].Streams[0].State);
    }

    [Fact]
    public async Task A_run_asked_to_cancel_stops_at_the_next_checkpoint_and_keeps_what_it_read()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = request => Numbered(request, 60_000, int.MaxValue);

        var run = await bench.RunAsync(started: r => bench.Store.Runs.RequestCancelAsync(r.Id, CancellationToken.None));

        Assert.Equal(RunStatus.Cancelled, run.Status);
        var count = (await bench.LiveAsync()).Count;
        Assert.InRange(count, 1, 59_999);
        bench.Connector.Script = request => Numbered(request, 60_000, int.MaxValue);
        await bench.RunAsync();
        Assert.Equal(60_000, (await bench.LiveAsync()).Count);
    }

    [Fact]
    public async Task A_record_deleted_and_written_again_in_one_breath_ends_as_its_last_word_says()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = _ =>
        [
            Person("1"), new DeletedRecord(People, "1"), Person("2"), new DeletedRecord(People, "2"), Person("2"), new StreamCompleted(People),
        ];

        await bench.RunAsync();

        Assert.Equal(["2"], (await bench.LiveAsync()).Select(r => r.Key));
    }

    [Fact]
    public async Task A_choice_that_a_record_states_again_is_no_new_choice()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        var word = "yes";
        bench.Connector.Script = _ =>
            [Person("1").Add(PersonFields.Consent("email", "marketing"), word), new StreamCompleted(People)];

        await bench.RunAsync();
        var again = await bench.RunAsync();
        word = "no";
        await bench.RunAsync();

        var record = Assert.Single(await bench.LiveAsync());
        var consents = await bench.Store.Records.GetConsentsAsync([record.Id], CancellationToken.None);
        Assert.Equal([ConsentStatus.Granted, ConsentStatus.Denied], consents.Select(c => c.Consent.Status));
        Assert.Equal(1, again.Streams[People].Unchanged);
    }

    private static PersonRecord Person(string key) => new PersonRecord(People, key).Add(PersonFields.Email, $"p{key}@shop.example");

    // Records 0..count-1 with a checkpoint after every fifth; goes on after the record that the state names.
    private static IEnumerable<Message> Numbered(ReadRequest request, int count, int brokenAt)
    {
        var start = (int?)request.Streams[0].State ?? 0;
        for (var i = start; i < count; i++)
        {
            if (i == brokenAt)
            {
                throw new InvalidOperationException("broken on purpose");
            }

            yield return Person(i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture));
            if (i % 5 == 4)
            {
                yield return new Checkpoint(People, i + 1);
            }
        }

        yield return new StreamCompleted(People);
    }

    [Fact]
    public async Task A_full_read_that_sees_nothing_deletes_nothing_and_says_so()
    {
        await using var bench = await RunBench.OpenAsync();
        bench.Connector.Streams.Add(new StreamDescription(People));
        bench.Connector.Script = _ => [Person("1"), Person("2"), new StreamCompleted(People)];
        await bench.RunAsync();
        bench.Connector.Script = _ => [new StreamCompleted(People)];

        var run = await bench.RunAsync();

        Assert.Equal((RunStatus.Partial, 0L), (run.Status, run.Streams.Values.Sum(s => s.Deleted)));
        Assert.Contains("--accept-deletions", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.Store.Customers.GetTotalsAsync(CancellationToken.None)).Records);
    }
}
