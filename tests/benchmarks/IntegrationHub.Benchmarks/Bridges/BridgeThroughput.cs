using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Bridges;

/// <summary>Measures how many records a second come through the Airbyte bridge when nothing is done with them: a cheap program writes
/// them, the bridge reads, parses, maps and hands them over, with a state every thousand records.</summary>
internal static class BridgeThroughput
{
    // The record's stream comes first or last by turns, as sources differ.
    private const string Program = """
        case $1 in
          discover) echo '{"type":"CATALOG","catalog":{"streams":[{"name":"people","json_schema":{"type":"object","properties":{"id":{"type":"string"},"first_name":{"type":"string"},"last_name":{"type":"string"},"email":{"type":"string"},"phone":{"type":"string"},"city":{"type":"string"}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"source_defined_primary_key":[["id"]]}]}}' ;;
          read) awk -v n="$COUNT" 'BEGIN { for (i = 1; i <= n; i++) {
            data = "{\"id\":\"" i "\",\"first_name\":\"Zoë\",\"last_name\":\"Name" i "\",\"email\":\"p" i "@example.com\",\"phone\":\"+1 202 555 0100\",\"city\":\"Springfield\"}"
            if (i % 2) print "{\"type\":\"RECORD\",\"record\":{\"stream\":\"people\",\"data\":" data ",\"emitted_at\":1700000000000}}"
            else print "{\"record\":{\"data\":" data ",\"emitted_at\":1700000000000,\"stream\":\"people\"},\"type\":\"RECORD\"}"
            if (i % 1000 == 0) print "{\"type\":\"STATE\",\"state\":{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"people\"},\"stream_state\":{\"seq\":" i "}}}}" } }' ;;
        esac
        """;

    /// <summary>Reads once and prints the figures.</summary>
    public static async Task RunAsync(int count)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Program);
            var settings = new JObject
            {
                ["command"] = new JArray("/bin/sh", script),
                ["environment"] = new JArray($"COUNT={count.ToString(CultureInfo.InvariantCulture)}"),
            };
            var connector = new AirbyteConnector();
            var context = new ConnectorContext { SourceName = "benchmark" };
            var streams = await connector.DiscoverAsync(settings, context, CancellationToken.None);
            var request = new ReadRequest([.. streams.Select(s => new StreamRequest(s.Name, SyncMode.Full))], TimeProvider.System.GetUtcNow());
            var (people, others) = (0L, 0L);
            var allocated = GC.GetTotalAllocatedBytes();
            var started = Stopwatch.GetTimestamp();
            await foreach (var message in connector.ReadAsync(settings, request, context, CancellationToken.None))
            {
                (people, others) = message is PersonRecord ? (people + 1, others) : (people, others + 1);
            }

            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{people} records and {others} other messages in {seconds:F1} s, start of the program included: {people / seconds:F0} records/s, {(GC.GetTotalAllocatedBytes() - allocated) / (double)Math.Max(people, 1):F0} bytes allocated a record, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        }
        finally
        {
            File.Delete(script);
        }
    }
}
