using System.Diagnostics;
using System.Globalization;
using System.Text;
using IntegrationHub.Benchmarks.Connectors.Data;
using IntegrationHub.Connectors.Email;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>Measures <c>email-imap</c> against a real Dovecot on this machine: mails a second and memory, first read and a read with nothing new.</summary>
internal static class ImapThroughput
{
    internal static async Task RunAsync(int count)
    {
        await using var server = await DovecotServer.StartAsync();
        server.Deliver(Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetBytes(Mails.Text(i))));
        var settings = new JObject
        {
            ["host"] = "localhost",
            ["port"] = server.TlsPort,
            ["userName"] = DovecotServer.User,
            ["password"] = DovecotServer.Password,
            ["certificateAuthority"] = server.Certificate,
            ["timeoutSeconds"] = 300,
        };
        await new ImapConnector().CheckAsync(settings, new ConnectorContext { SourceName = "mail" }, CancellationToken.None); // The server makes its index.

        var states = new Dictionary<string, JToken?>(StringComparer.Ordinal) { ["mails"] = null, ["people"] = null };
        Console.WriteLine("| read | mails | s | mails/s | people | interactions | peak managed MiB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await ReadAsync("first", settings, states, count);
        await ReadAsync("nothing new", settings, states, count);
    }

    private static async Task ReadAsync(string name, JObject settings, Dictionary<string, JToken?> states, int count)
    {
        var request = new ReadRequest(
            states.Select(s => new StreamRequest(s.Key, SyncMode.Incremental) { State = s.Value }).ToList(), TimeProvider.System.GetUtcNow());
        int people = 0, interactions = 0;
        long peak = 0;
        var start = Stopwatch.GetTimestamp();
        await foreach (var message in new ImapConnector().ReadAsync(settings, request, new ConnectorContext { SourceName = "mail" }, CancellationToken.None))
        {
            people += message is PersonRecord ? 1 : 0;
            interactions += message is InteractionRecord ? 1 : 0;
            if (message is Checkpoint checkpoint)
            {
                states[checkpoint.Stream] = checkpoint.State;
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {count} | {seconds:0.0} | {count / seconds:0} | {people} | {interactions} | {peak / 1048576.0:0.0} |"));
    }
}
