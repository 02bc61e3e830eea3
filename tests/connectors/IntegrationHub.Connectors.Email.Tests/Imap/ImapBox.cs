using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>A Dovecot with the mailbox of a shop, and the calls to read it.</summary>
public sealed class ImapBox : IAsyncLifetime
{
    internal DovecotServer Server { get; private set; } = null!;

    internal StubServer Tokens { get; private set; } = null!;

    internal static DateTimeOffset Now => MailFolder.Now;

    internal JObject Settings => new()
    {
        ["host"] = "localhost",
        ["port"] = Server.TlsPort,
        ["userName"] = DovecotServer.User,
        ["password"] = DovecotServer.Password,
        ["certificateAuthority"] = Server.Certificate,
        ["timeoutSeconds"] = 30,
    };

    public async ValueTask InitializeAsync()
    {
        Tokens = await StubServer.StartAsync();
        Tokens.On("POST", "/introspect", request => StubResponse.Json(request.Form()["token"] == "good"
            ? new JObject { ["active"] = true, ["email"] = DovecotServer.User }
            : new JObject { ["active"] = false }));
        Server = await DovecotServer.StartAsync(new Uri(Tokens.Address, "introspect"));
    }

    public async ValueTask DisposeAsync()
    {
        // Either is missing when it did not start; that failure is the one to see.
        await (Server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Tokens?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal void Deliver(params string[] mails) => DeliverTo("INBOX", mails);

    internal void DeliverTo(string folder, params string[] mails) => Server.Deliver(mails.Select(Encoding.Latin1.GetBytes), folder);

    internal Task<MessageCollector> ReadAsync(string streams = "people mails", MessageCollector? after = null, JObject? settings = null) =>
        MessageCollector.ReadAsync(
            new ImapConnector(), settings ?? Settings, Request(streams, after), Context, cancellationToken: TestContext.Current.CancellationToken);

    internal static ConnectorContext Context => MailFolder.Context;

    internal static ReadRequest Request(string streams, MessageCollector? after = null) => new(
        streams.Split(' ').Select(s => new StreamRequest(s, after is null ? SyncMode.Full : SyncMode.Incremental)
        {
            State = after?.Checkpoints.LastOrDefault(c => c.Stream == s)?.State,
        }).ToList(),
        Now);
}
