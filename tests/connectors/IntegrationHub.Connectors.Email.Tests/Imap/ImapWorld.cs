using System.Text;
using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>A real Dovecot behind a proxy that fails when a check asks for it.</summary>
public sealed class ImapWorld : SourceWorld<ImapConnector>
{
    private DovecotServer? _server;
    private FaultyProxy? _proxy;

    // Every mail is a file that a real server looks at, so fewer of them.
    public override ConformanceLimits Limits { get; } = new() { ManyPeople = 10_000, MemoryBytesMax = 16L * 1024 * 1024, CutsMax = 20 };

    // The connector makes names out of display names, and leaves out what is none.
    public override bool KeepsNames => false;

    public override int Requests => _proxy?.Commands ?? 0;

    public override bool IsAnswering => _proxy?.IsAnswering ?? false;

    public override string RecordKeyOf(string key) => key + "@home.example";

    public override async Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        _server = await DovecotServer.StartAsync();
        _proxy = new FaultyProxy(_server.Port);
        AddPeople(Enumerable.Range(1, 7).Select(i => new WorldPerson($"p{i}", $"Ann Nº{i}")));
        return new JObject
        {
            ["host"] = "127.0.0.1",
            ["port"] = _proxy.Port,
            ["security"] = "none",
            ["userName"] = DovecotServer.User,
            ["password"] = DovecotServer.Password,
            ["ownAddresses"] = "@shop.example",

            // Names made to be hostile look like advertising.
            ["spamFilter"] = false,

            // The connector's time-outs run by the system's clock, not by the one it is given.
            ["timeoutSeconds"] = 5,
        };
    }

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        _server!.Deliver(people.Select(p => Encoding.Latin1.GetBytes(MailboxWorld.Mail(p.Key, p.Name))));
        return true;
    }

    public override bool TryBreak(WorldFault fault, int after) => _proxy!.TryBreak(fault, after);

    protected override async ValueTask DisposeCoreAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await base.DisposeCoreAsync();
    }
}
