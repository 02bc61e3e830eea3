using System.Text;
using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Sdk;

namespace IntegrationHub.Bridges.Tests;

/// <summary>What public sources write beside the protocol, each with what must become of it.</summary>
public sealed class AirbyteWildInputTests
{
    private const string Ada = """{"type":"RECORD","record":{"stream":"people","data":{"id":"1","email":"ada@example.com"},"emitted_at":1}}""";
    private const string Bob = """{"record":{"data":{"id":"2","email":"bob@example.com"},"emitted_at":2,"stream":"people"},"type":"RECORD","extra":[1,{}]}""";
    private const string State = """{"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"people"},"stream_state":{"n":2}}}}""";
    private const string Complete = """{"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1.5,"stream_status":{"stream_descriptor":{"name":"people"},"status":"COMPLETE"}}}""";
    private const string Incomplete = """{"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1.5,"stream_status":{"stream_descriptor":{"name":"people"},"status":"INCOMPLETE"}}}""";

    /// <summary>Gets name, lines, exit code, people, records set aside, whether the stream is complete, and the failure.</summary>
    public static TheoryData<string, string[], int, int, int, bool, FailureKind?> Inputs => new()
    {
        { "type behind the body, fields nobody knows", [Ada, Bob, State], 0, 2, 0, true, null },
        { "no state at all", [Ada, Bob], 0, 2, 0, true, null },
        { "nothing at all", [], 0, 0, 0, true, null },
        { "a log that is a text", ["""{"type":"LOG","log":"plain string"}""", Ada], 0, 1, 0, true, null },
        { "stray prints and JSON that is no message", ["loading \"record\" 1 ...", "{\"a\":1}", "[1,2]", "null", "{", Ada], 0, 1, 0, true, null },
        { "types in lower case", [Ada.Replace("RECORD", "record", StringComparison.Ordinal), State.Replace("STATE", "state", StringComparison.Ordinal)], 0, 1, 0, true, null },
        { "a message of a kind nobody knows", ["""{"type":"DESTINATION_CATALOG","destination_catalog":{}}""", Ada], 0, 1, 0, true, null },
        { "a stream that was not asked for", [Ada, Ada.Replace("people", "others", StringComparison.Ordinal)], 0, 1, 0, true, null },
        { "blanks, carriage return, byte order mark", ["\uFEFF" + Ada + "\r", "", "  " + Bob + " "], 0, 2, 0, true, null },
        { "broken record in the middle", [Ada, Ada[..60], Bob, State], 0, 2, 1, false, FailureKind.Defect },
        { "record without its data", [Ada, """{"type":"RECORD","record":{"stream":"people"}}"""], 0, 1, 1, false, FailureKind.Defect },
        { "two messages on one line", [Ada + Bob], 0, 0, 1, false, FailureKind.Defect },
        { "record without a key", [Ada, """{"type":"RECORD","record":{"stream":"people","data":{"email":"x@example.com"}}}"""], 0, 1, 1, true, null },
        { "half of a surrogate pair", [Ada, """{"type":"RECORD","record":{"stream":"people","data":{"id":"\ud800"}}}"""], 0, 1, 1, true, null },
        { "half a line at the end of a crash", [Ada, State, Bob[..50]], 1, 1, 0, false, FailureKind.Defect },
        { "state, then exit 255", [Ada, State], 255, 1, 0, false, FailureKind.Defect },
        { "complete, then exit 1", [Ada, State, Complete], 1, 1, 0, true, null },
        { "incomplete, yet exit 0", [Ada, State, Incomplete], 0, 1, 0, false, FailureKind.Defect },
        { "statuses of the stream, none final", [Ada, Complete.Replace("COMPLETE", "RUNNING", StringComparison.Ordinal)], 0, 1, 0, false, FailureKind.Defect },
        { "killed for its memory", [Ada], 137, 1, 0, false, FailureKind.Transient },
        {
            "configuration error",
            [Ada, """{"type":"TRACE","trace":{"type":"ERROR","emitted_at":1,"error":{"message":"Wrong key k-4711-secret of ada@example.com","failure_type":"config_error"}}}"""],
            1, 1, 0, false, FailureKind.Configuration
        },
        { "passing error", ["""{"type":"TRACE","trace":{"type":"ERROR","emitted_at":1,"error":{"message":"Later","failure_type":"transient_error"}}}"""], 1, 0, 0, false, FailureKind.Transient },
        { "a failed check while reading, yet exit 0", ["""{"connectionStatus":{"status":"FAILED","message":"no"},"type":"CONNECTION_STATUS"}"""], 0, 0, 0, false, FailureKind.Configuration },
        { "states of two kinds", [Ada, State, """{"type":"STATE","state":{"data":{"n":1}}}"""], 0, 1, 0, false, FailureKind.Defect },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Wild_input_neither_loses_a_record_in_silence_nor_stops_the_rest(
        string what, string[] lines, int exit, int people, int rejected, bool isComplete, FailureKind? failure)
    {
        using var source = new CannedSource();
        var isCut = what.StartsWith("half a line", StringComparison.Ordinal);
        source.Reads(string.Join('\n', lines) + (isCut ? string.Empty : "\n"), exit);

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        Assert.Equal(people, run.People.Count());
        Assert.Equal(rejected, run.Rejections.Count());
        Assert.Equal(isComplete ? ["people"] : [], run.Completed);
        Assert.Equal(failure, run.Failure?.Kind);
        Assert.DoesNotContain("secret", run.Failure?.Message ?? string.Empty, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", run.Failure?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_right_before_a_bad_end_is_kept()
    {
        using var source = new CannedSource();
        source.Reads($"{Ada}\n{State}\n", exit: 255);

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        Assert.Equal("""{"stream_descriptor":{"name":"people"},"stream_state":{"n":2}}""", (string?)run.StateOf("people")!["raw"]);
    }

    [Fact]
    public async Task Line_of_20_megabytes_is_read_and_one_past_the_limit_fails_the_stream_without_a_state_behind_it()
    {
        using var source = new CannedSource();
        source.Reads($"{Ada.Replace("ada@", new string('a', 20_000_000), StringComparison.Ordinal)}\n{State}\n");
        var large = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));
        source.Reads($"{Ada}\n{State}\n{Ada.Replace("ada@", new string('a', 34_000_000), StringComparison.Ordinal)}\n{State.Replace("2}", "3}", StringComparison.Ordinal)}\n");
        var tooLarge = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        Assert.Equal(20_000_000, large.People.Single().Fields[0].Value.Length - "example.com".Length);
        Assert.Equal(["people"], large.Completed);
        Assert.Empty(tooLarge.Completed);
        Assert.Contains("\"n\":2", (string?)tooLarge.StateOf("people")!["raw"], StringComparison.Ordinal);
        Assert.Equal(FailureKind.Defect, tooLarge.Failure?.Kind);
    }

    [Fact]
    public async Task Line_that_is_not_UTF8_fails_the_stream_and_the_others_lines_are_read()
    {
        using var source = new CannedSource();
        source.Reads([.. Encoding.UTF8.GetBytes(Ada + "\n"), .. Encoding.Latin1.GetBytes(Bob.Replace("bob", "bøb", StringComparison.Ordinal) + "\n"), .. Encoding.UTF8.GetBytes(State + "\n")]);

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        Assert.Equal("1", run.People.Single().Key);
        Assert.Empty(run.Completed);
        Assert.Null(run.StateOf("people"));
        Assert.Equal(FailureKind.Defect, run.Failure?.Kind);
    }

    [Theory]
    [InlineData("""{"type":"CONNECTION_STATUS","connectionStatus":{"status":"FAILED","message":"bad k-4711-secret"}}""", 0, FailureKind.Configuration)]
    [InlineData("no status", 1, FailureKind.Defect)]
    [InlineData("""{"type":"TRACE","trace":{"type":"ERROR","emitted_at":1,"error":{"message":"away","failure_type":"transient_error"}}}""", 1, FailureKind.Transient)]
    public async Task Failed_check_says_who_must_act(string line, int exit, FailureKind kind)
    {
        using var source = new CannedSource();
        source.Write("check.jsonl", line + "\n").Write("check.exit", $"{exit}");

        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => new AirbyteConnector().CheckAsync(source.Settings(), BridgeRun.Context(), TestContext.Current.CancellationToken));

        Assert.Equal(kind, failure.Kind);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Traceback\nModuleNotFoundError: No module named 'requests'\n", "Program 'sh canned.sh' says: ModuleNotFoundError: No module named 'requests'.")]
    [InlineData("x.js:3\nError: Cannot find module 'k-4711-secret'\n\nNode.js v20\n", "Program 'sh canned.sh' says: Error: Cannot find module '***'.")]
    [InlineData("no idea\n", "Program 'sh canned.sh' ended with exit code 1 and gave no answer to 'discover'.")]
    public async Task Program_that_does_not_even_start_well_is_quoted_in_safe_words(string errors, string message)
    {
        using var source = new CannedSource(catalog: "");
        source.Write("discover.stderr", errors).Write("discover.exit", "1");

        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => new AirbyteConnector().DiscoverAsync(source.Settings(), BridgeRun.Context(), TestContext.Current.CancellationToken));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task Exception_that_ends_a_reading_is_named_without_its_words()
    {
        using var source = new CannedSource();
        source.Reads(Ada + "\n", exit: 1).Write("read.stderr", "KeyError: 'Ada Lovelace'\n");

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        Assert.Equal("Program 'sh canned.sh' says: KeyError; stream people was not completed.", run.Failure!.Message);
    }

    [Fact]
    public async Task Deletions_of_a_database_log_are_deletions()
    {
        using var source = new CannedSource();
        source.Reads(Ada + "\n" + """{"type":"RECORD","record":{"stream":"people","data":{"id":"2","email":null,"_ab_cdc_deleted_at":"2024-01-01T00:00:00Z"}}}""");

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), source.Settings("people"));

        Assert.Equal("2", run.Messages.OfType<IntegrationHub.Sdk.Messages.DeletedRecord>().Single().Key);
    }
}
