using System.Globalization;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>A temporary folder with mails of invented people, and the calls to read it.</summary>
internal sealed class MailFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-");

    internal static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal string Path => _folder.FullName;

    internal JObject Settings { get; } = new() { ["ownAddresses"] = "@shop.example" };

    internal static ConnectorContext Context => new() { SourceName = "mail", Clock = new ManualClock(Now) };

    public void Dispose() => _folder.Delete(recursive: true);

    internal static string Mail(string from, string to, string id, string body = "Hello", string more = "") =>
        $"From: {from}\nTo: {to}\nSubject: About {id}\nMessage-ID: <{id}@x.example>\nDate: Thu, 5 Feb 2026 10:00:00 +0100\n{more}\n{body}\n";

    internal static string Mbox(params IEnumerable<string> mails) =>
        string.Concat(mails.Select(m => $"From joe@x.example Thu Feb  5 10:00:00 2026\n{m}\n"));

    internal string Write(string name, string content, DateTimeOffset? writtenAt = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, Encoding.Latin1);
        File.SetLastWriteTimeUtc(path, (writtenAt ?? Now.AddDays(-1)).UtcDateTime);
        return path;
    }

    internal void Append(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.AppendAllText(path, content, Encoding.Latin1);
        File.SetLastWriteTimeUtc(path, Now.UtcDateTime);
    }

    internal void MakeMaildir(string name)
    {
        foreach (var sub in (string[])["cur", "new", "tmp"])
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, name, sub));
        }
    }

    /// <summary>Reads streams, <c>mails</c> from a state.</summary>
    internal Task<MessageCollector> ReadAsync(string streams = "people mails", JToken? state = null) =>
        MessageCollector.ReadAsync(new MailboxConnector(), Full(Settings), Request(streams, state), Context, cancellationToken: TestContext.Current.CancellationToken);

    internal static ReadRequest Request(string streams, JToken? state = null) => new(
        streams.Split(' ').Select(s => new StreamRequest(s, SyncMode.Full) { State = s == "mails" ? state : null }).ToList(), Now);

    internal JObject Full(JObject settings) => new(settings) { ["path"] = Path };

    internal static JToken LastState(MessageCollector read) => read.Checkpoints.Last(c => c.Stream == "mails").State;

    internal static string Number(int i) => i.ToString("D4", CultureInfo.InvariantCulture);
}
