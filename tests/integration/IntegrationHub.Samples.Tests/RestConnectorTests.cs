using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Xunit;
using Newtonsoft.Json.Linq;
using RestConnector;

namespace IntegrationHub.Samples.Tests;

/// <summary><c>samples/02-rest-connector</c> against a stub of its API: the whole kit, and what is its own.</summary>
public sealed class RestConnectorTests(SampleShell shell) : SourceConformanceTests<BookingsWorld>, IClassFixture<SampleShell>
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    // On the real clock: the rate budget makes a connector wait, and on a clock that stands still it would wait for ever.
    private readonly ConnectorContext _context = new() { SourceName = "hotel" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guests_become_customers_with_their_bookings_and_a_broken_one_is_set_aside()
    {
        await using var api = await BookingsApi.StartAsync();
        await shell.DoAsync("source", "add", "hotel", "--connector", "sample-bookings", "--set", $"url={api.Address}", "--set", $"apiKey={BookingsApi.Key}");
        var (exitCode, said) = await shell.RunAsync("sync", "run", "hotel");
        var ada = (await shell.JsonAsync("customer", "find", "--email", "ada@example.com"))[0].GetProperty("id").GetString()!;
        var timeline = await shell.DoAsync("customer", "timeline", ada);

        Assert.True(exitCode == 3, said);
        Assert.Contains("3 nights, garden", timeline, StringComparison.Ordinal);
        Assert.Contains("360.50 EUR", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain(BookingsApi.Key, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_is_named_by_its_setting_and_not_shown()
    {
        await using var api = await BookingsApi.StartAsync();
        await shell.DoAsync("source", "add", "wrong", "--connector", "sample-bookings", "--set", $"url={api.Address}", "--set", "apiKey=wrong-key-0451");
        var (exitCode, said) = await shell.RunAsync("source", "check", "wrong");

        Assert.Equal(1, exitCode);
        Assert.Contains("apiKey", said, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key-0451", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nightly_copy_is_waited_for_and_later_changes_alone_are_asked_for()
    {
        await using var api = await BookingsApi.StartAsync();
        var settings = new JObject { ["url"] = api.Address.ToString(), ["apiKey"] = BookingsApi.Key, ["requestsPerSecond"] = 100 };
        var request = new ReadRequest([new StreamRequest("guests", SyncMode.Incremental) { Since = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) }], Now);
        var read = await MessageCollector.ReadAsync(new BookingsConnector(), settings, request, _context, cancellationToken: Cancelled);

        api.On("GET", "/guests", _ => StubResponse.Status(423));
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => new BookingsConnector().CheckAsync(settings, _context, Cancelled));

        Assert.Equal(["g3", "g4"], read.People.Select(p => p.Key));
        Assert.Equal("Zoë O'Neil-Smythe", read.People.Last().Fields.Single(f => f.Field == PersonFields.NameFull).Value);
        Assert.Equal((FailureKind.Transient, TimeSpan.FromMinutes(10)), (failure.Kind, failure.RetryAfter));
    }
}
