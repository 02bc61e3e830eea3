using IntegrationHub.Sdk.Accounts;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests;

public sealed class ConnectorTests
{
    private static readonly ConnectorContext Context = new() { SourceName = "shop" };
    private static readonly JObject Named = new() { ["name"] = "n" };
    private static readonly ReceivedRequest Request = new() { Method = "POST", Path = "/", ReceivedAt = DateTimeOffset.UnixEpoch };

    [Fact]
    public void A_connector_describes_itself_by_its_attribute_and_settings()
    {
        var source = new SaidConnector().Describe();
        var receiver = new EchoReceiver().Describe();

        Assert.Equal(("said", "said", string.Empty, true), (source.Id, source.Title, source.Summary, source.IsPull));
        Assert.Equal(("echo", "Echo", "Answers.", false), (receiver.Id, receiver.Title, receiver.Summary, receiver.IsPull));
        Assert.True(source.Settings.Find("name")!.IsRequired);
        Assert.NotNull(receiver.Settings.Find("name"));
    }

    [Fact]
    public void A_class_without_the_attribute_is_the_authors_defect_and_named()
    {
        var failure = Assert.Throws<ConnectorException>(() => new Nameless().Describe());

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Contains("'Nameless' has no [Connector(\"id\")]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_gets_settings_that_were_checked_first()
    {
        var source = new SaidConnector();

        Assert.Equal("Connected as n.", (await source.CheckAsync(Named, Context, TestContext.Current.CancellationToken)).Message);
        Assert.Equal("n", (await new EchoReceiver().ReceiveAsync(Named, Request, Context, TestContext.Current.CancellationToken)).Body);
        await RefusedAsync(() => source.CheckAsync([], Context, TestContext.Current.CancellationToken));
        await RefusedAsync(() => source.DiscoverAsync([], Context, TestContext.Current.CancellationToken));
        await RefusedAsync(() => source.ReadAsync([], Reading.Of("people"), Context, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken).AsTask());
        await RefusedAsync(() => new EchoReceiver().ReceiveAsync([], Request, Context, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task No_call_is_made_without_what_it_needs()
    {
        var (source, receiver, stop) = (new SaidConnector(), new EchoReceiver(), TestContext.Current.CancellationToken);

        await MissingAsync("settings", () => source.CheckAsync(null!, Context, stop));
        await MissingAsync("context", () => source.CheckAsync(Named, null!, stop));
        await MissingAsync("settings", () => source.DiscoverAsync(null!, Context, stop));
        await MissingAsync("context", () => source.DiscoverAsync(Named, null!, stop));
        await MissingAsync("settings", () => source.ReadAsync(null!, Reading.Of("people"), Context, stop).ToListAsync(stop).AsTask());
        await MissingAsync("request", () => source.ReadAsync(Named, null!, Context, stop).ToListAsync(stop).AsTask());
        await MissingAsync("context", () => source.ReadAsync(Named, Reading.Of("people"), null!, stop).ToListAsync(stop).AsTask());
        await MissingAsync("settings", () => receiver.ReceiveAsync(null!, Request, Context, stop).AsTask());
        await MissingAsync("request", () => receiver.ReceiveAsync(Named, null!, Context, stop).AsTask());
        await MissingAsync("context", () => receiver.ReceiveAsync(Named, Request, null!, stop).AsTask());
    }

    [Fact]
    public void What_a_host_does_not_hand_in_has_a_default()
    {
        Assert.Same(TimeProvider.System, Context.Clock);
        Assert.Same(AccountBudgets.Shared, Context.Budgets);
        Assert.IsType<MemoryCredentialStore>(Context.Credentials);
        Assert.Equal(Environment.CurrentDirectory, Context.BaseDirectory);
        Assert.Null(Context.PermittedHosts);
        Assert.Null(Context.WrapHttp);
    }

    [Fact]
    public void An_answer_is_accepted_or_refused_with_its_reason()
    {
        var (accepted, refused) = (ReceivedResult.Accepted([]), ReceivedResult.Refused("no id"));

        Assert.Equal((200, """{"success":true}""", "application/json"), (accepted.StatusCode, accepted.Body, accepted.ContentType));
        Assert.Equal((400, "no id", "text/plain"), (refused.StatusCode, refused.Body, refused.ContentType));
        Assert.Empty(refused.Messages);
    }

    [Fact]
    public void Header_names_are_compared_without_case_and_a_plain_request_has_none()
    {
        Assert.Empty(Request.Headers);
        Assert.Empty(Request.Query);
        Assert.Equal(StringComparer.OrdinalIgnoreCase, Assert.IsType<Dictionary<string, string>>(Request.Headers).Comparer);
    }

    private static async Task RefusedAsync(Func<Task> call) =>
        Assert.Equal("name", (await Assert.ThrowsAsync<ConnectorException>(call)).Setting);

    private static async Task MissingAsync(string argument, Func<Task> call) =>
        Assert.Equal(argument, (await Assert.ThrowsAsync<ArgumentNullException>(call)).ParamName);

    private sealed class Nameless : ReceiverConnector<PlainSettings>
    {
        protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
            PlainSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(ReceivedResult.Accepted([]));
    }
}
