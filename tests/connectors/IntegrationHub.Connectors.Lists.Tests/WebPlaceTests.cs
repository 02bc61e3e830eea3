using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class WebPlaceTests : IAsyncLifetime
{
    private readonly ListFolder _folder = new();
    private StubServer _server = null!;
    private string _list = "id,first name\n1,Ada\n";
    private string? _tag = "\"v1\"";

    private object Settings => new { path = new Uri(_server.Address, "lists/people.csv").AbsoluteUri };

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync(TestContext.Current.CancellationToken);
        _server.On("GET", "/lists/people.csv", request =>
            _tag is not null && request.Headers.GetValueOrDefault("If-None-Match") == _tag ? StubResponse.Status(304)
            : _tag is null ? new StubResponse(200, _list, "text/csv")
            : new StubResponse(200, _list, "text/csv").With("ETag", _tag));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task File_that_has_not_changed_is_neither_sent_nor_read_again()
    {
        var first = await _folder.ReadAsync(Settings, SyncMode.Incremental);
        var second = await _folder.ReadAsync(Settings, SyncMode.Incremental, StateOf(first));
        (_list, _tag) = ("id,first name\n1,Ada\n2,Alan\n", "\"v2\"");
        var third = await _folder.ReadAsync(Settings, SyncMode.Incremental, StateOf(second));

        Assert.Equal("1", Assert.Single(first.OfType<PersonRecord>()).Key);
        Assert.Equal(["Checkpoint", "StreamCompleted"], second.Select(m => m.Summary()));
        Assert.Equal("\"v1\"", _server.Requests[1].Headers["If-None-Match"]);
        Assert.Equal(["1", "2"], third.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task Server_that_names_no_versions_is_told_by_the_contents()
    {
        _tag = null;
        var first = await _folder.ReadAsync(Settings, SyncMode.Incremental);

        Assert.Equal(["Checkpoint", "StreamCompleted"], (await _folder.ReadAsync(Settings, SyncMode.Incremental, StateOf(first))).Select(m => m.Summary()));
    }

    [Fact]
    public async Task Answer_that_breaks_off_is_asked_for_again_from_its_start()
    {
        var asked = 0;
        var numbers = Enumerable.Range(1, 50_000).Select(i => $"{i}").ToList();

        // Long enough for the first half to arrive before the answer breaks off.
        var whole = new StubResponse(200, "id,first name\n" + string.Concat(numbers.Select(i => $"{i},Ada\n")), "text/csv");
        _server.On("GET", "/flaky.csv", _ => ++asked == 1 ? whole.CutMidway() : whole);

        var people = await _folder.PeopleAsync(new { path = new Uri(_server.Address, "flaky.csv").AbsoluteUri });

        Assert.Equal(string.Join(' ', numbers), string.Join(' ', people.Select(p => p.Key)));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Address_that_holds_nothing_is_named_with_its_setting()
    {
        Assert.Equal("path", (await _folder.FailureAsync(new { path = new Uri(_server.Address, "gone.csv").AbsoluteUri })).Setting);
    }

    [Fact]
    public async Task Login_is_sent_and_a_refused_one_names_the_password()
    {
        _server.On("GET", "/private.csv", request => request.Headers.ContainsKey("Authorization") ? StubResponse.Status(401) : StubResponse.Status(500));

        var failure = await _folder.FailureAsync(new { path = new Uri(_server.Address, "private.csv").AbsoluteUri, user = "hub", password = "secret-77" });

        Assert.Equal("password", failure.Setting);
        Assert.DoesNotContain("secret-77", failure.Message + failure.NextStep, StringComparison.Ordinal);
    }

    private static Newtonsoft.Json.Linq.JToken StateOf(List<Message> messages) => messages.OfType<Checkpoint>().Last().State;
}
