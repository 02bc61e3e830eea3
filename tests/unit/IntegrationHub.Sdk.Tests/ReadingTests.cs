using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests;

public sealed class ReadingTests
{
    [Fact]
    public async Task What_may_be_said_passes_in_its_order_also_when_streams_alternate()
    {
        Message[] says =
        [
            new PersonRecord("people", "1"), new DeletedRecord("orders", "1"), new PersonRecord("people", "2"),
            new StreamCompleted("people"), new Checkpoint("orders", new JObject()), new StreamCompleted("orders"),
        ];

        Assert.Equal(says, await ReadAsync(says, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task Nothing_is_an_authors_defect() => DefectAsync("The connector yielded null; expected a message.", new PersonRecord("people", "1"), null!);

    [Theory]
    [InlineData("stores")]
    [InlineData("People")]
    public Task A_stream_that_was_not_requested_is_named(string stream) => DefectAsync(
        $"The connector yielded a message of stream '{stream}', which was not requested.",
        new PersonRecord("people", "1"),
        new PersonRecord(stream, "2"));

    [Fact]
    public async Task A_stream_that_goes_on_after_it_was_completed_is_named()
    {
        const string Message = "The connector yielded a message of stream 'people' after completing it.";

        await DefectAsync(Message, new StreamCompleted("people"), new PersonRecord("people", "1"));
        await DefectAsync(Message, new StreamCompleted("people"), new StreamCompleted("people"));
        await DefectAsync(Message, new StreamCompleted("people"), new PersonRecord("orders", "1"), new PersonRecord("people", "1"));
        await DefectAsync(Message, new PersonRecord("people", "1"), new StreamCompleted(new string("people")), new PersonRecord("people", "1"));
    }

    [Fact]
    public async Task What_came_before_a_failure_stays_and_a_cancelled_reading_ends()
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var message in ReadAsync([new PersonRecord("people", "1"), new PersonRecord("people", "2")], stop.Token))
            {
                seen++;
                await stop.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public void A_request_knows_its_streams_by_exact_name()
    {
        var request = Reading.Of("people", "orders");

        Assert.Equal("orders", request.For("orders")?.Stream);
        Assert.Null(request.For("Orders"));
    }

    private static IAsyncEnumerable<Message> ReadAsync(IReadOnlyList<Message> says, CancellationToken cancellationToken) =>
        new SaidConnector { Says = says }.ReadAsync(
            new JObject { ["name"] = "n" }, Reading.Of("people", "orders"), new ConnectorContext { SourceName = "shop" }, cancellationToken);

    // Everything before the last message passes.
    private static async Task DefectAsync(string expected, params Message[] says)
    {
        var seen = new List<Message>();
        var failure = await Assert.ThrowsAsync<ConnectorException>(async () =>
        {
            await foreach (var message in ReadAsync(says, TestContext.Current.CancellationToken))
            {
                seen.Add(message);
            }
        });
        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Equal(expected, failure.Message);
        Assert.Equal(says[..^1], seen);
    }
}
