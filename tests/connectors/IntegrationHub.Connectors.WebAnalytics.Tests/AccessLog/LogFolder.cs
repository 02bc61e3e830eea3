using System.IO.Compression;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

/// <summary>A folder of logs and the connector that reads it.</summary>
internal sealed class LogFolder : IDisposable
{
    internal static readonly DateTimeOffset LongAfter = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal string Path { get; } = Directory.CreateTempSubdirectory("hub-logs-").FullName;

    internal string Log => System.IO.Path.Combine(Path, "access.log");

    internal JObject Settings => new() { ["path"] = System.IO.Path.Combine(Path, "access.log*"), ["bots"] = true };

    internal static ConnectorContext Context => new() { SourceName = "logs" };

    internal static string Sample => Repo.PathOf("tests", "support", "data", "access-log", "apache_combined_10000.log.gz");

    internal static List<string> SampleLines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Sample), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    internal static ReadRequest Request(string stream, JToken? state = null, DateTimeOffset? now = null) => new(
        [new StreamRequest(stream, state is null ? SyncMode.Full : SyncMode.Incremental) { State = state }], now ?? LongAfter);

    internal Task<MessageCollector> ReadAsync(ReadRequest request, JObject? settings = null) =>
        MessageCollector.ReadAsync(new AccessLogConnector(), settings ?? Settings, request, Context, cancellationToken: TestContext.Current.CancellationToken);

    internal void Append(IEnumerable<string> lines) => File.AppendAllText(Log, string.Concat(lines.Select(l => l + "\n")));

    /// <summary>Rotates as logrotate does: the live log to .1, .1 to .2.gz and so on.</summary>
    internal void Rotate()
    {
        for (var number = 20; number >= 2; number--)
        {
            var old = $"{Log}.{number}.gz";
            if (File.Exists(old))
            {
                File.Move(old, $"{Log}.{number + 1}.gz");
            }
        }

        if (File.Exists(Log + ".1"))
        {
            using (var from = File.OpenRead(Log + ".1"))
            using (var to = new GZipStream(File.Create(Log + ".2.gz"), CompressionLevel.Fastest))
            {
                from.CopyTo(to);
            }

            File.Delete(Log + ".1");
        }

        if (File.Exists(Log))
        {
            File.Move(Log, Log + ".1");
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
