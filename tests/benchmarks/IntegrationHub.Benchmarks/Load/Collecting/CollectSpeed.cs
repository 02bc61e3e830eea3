using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace IntegrationHub.Benchmarks.Load.Collecting;

/// <summary>Measures how many requests the real server stores and answers in a second, single events and batches.</summary>
internal static class CollectSpeed
{
    internal const int SecondsDefault = 10;

    private static readonly (int Connections, int Events)[] Cases = [(1, 1), (8, 1), (64, 1), (256, 1), (8, 20), (8, 100)];

    /// <summary>Runs every case and prints a row of a markdown table for each.</summary>
    /// <param name="hub">The path of <c>hub.dll</c>.</param>
    /// <param name="seconds">How long each case runs.</param>
    internal static async Task RunAsync(string hub, int seconds)
    {
        using var server = await CollectHub.StartAsync(hub);
        Console.WriteLine("| connections | events a request | requests a second | events a second | p50 ms | p99 ms | not stored | server's processor s | peak memory |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        await RunAsync(server, 8, 1, 2, "warm");
        foreach (var (connections, events) in Cases)
        {
            var before = server.Processor;
            var (times, refused) = await RunAsync(server, connections, events, seconds, $"{connections}x{events}");
            var rate = times.Count / (double)seconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {connections} | {events} | {rate:#,0} | {rate * events:#,0} | {At(times, .5):0.0} | {At(times, .99):0.0} | {refused} | {(server.Processor - before).TotalSeconds:0.0} | {server.PeakBytes >> 20} MiB |"));
        }
    }

    private static async Task<(List<double> Times, int Refused)> RunAsync(CollectHub server, int connections, int events, int seconds, string name)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(CollectHub.WriteKey + ":")));
        var url = new Uri(server.Url, "/v1/collect/web/v1/" + (events == 1 ? "track" : "batch"));
        var started = Stopwatch.GetTimestamp();
        var loops = Enumerable.Range(0, connections).Select(connection => Task.Run(async () =>
        {
            var (times, refused) = (new List<double>(), 0);
            for (var i = 0; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; i++)
            {
                using var content = new StringContent(Body(events, $"{name}-{connection}-{i}"), Encoding.UTF8, "application/json");
                var sent = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsync(url, content);
                if (answer.IsSuccessStatusCode)
                {
                    times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }
                else
                {
                    refused++;
                }
            }

            return (times, refused);
        }));
        var results = await Task.WhenAll(loops);
        var all = results.SelectMany(r => r.times).Order().ToList();
        return (all, results.Sum(r => r.refused));
    }

    private static string Body(int events, string id)
    {
        var all = Enumerable.Range(0, events).Select(i => $$$$"""
            {"type":"track","userId":"cust-{{{{Math.Abs(StringComparer.Ordinal.GetHashCode(id)) % 10_000}}}}","event":"Product Viewed","messageId":"{{{{id}}}}-{{{{i}}}}","properties":{"sku":"MUG-{{{{i}}}}","name":"Mug","price":10.5,"url":"https://shop.example/mug"},"context":{"library":{"name":"benchmark"}}}
            """);
        return events == 1 ? all.First() : $$"""{"batch":[{{string.Join(',', all)}}]}""";
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}
