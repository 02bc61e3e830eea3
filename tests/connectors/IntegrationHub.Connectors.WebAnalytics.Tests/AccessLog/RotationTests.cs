using System.Globalization;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

public sealed class RotationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Read_while_it_grows_and_rotates_a_log_gives_the_visits_of_one_read(int seed)
    {
        var random = new Random(seed);
        var lines = Traffic(random, 3000);
        using var whole = new LogFolder();
        whole.Append(lines);
        var expected = Stored(await whole.ReadAsync(LogFolder.Request("visits")));

        using var growing = new LogFolder();
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        JToken? state = null;
        for (var at = 0; at < lines.Count;)
        {
            var count = Math.Min(random.Next(1, 500), lines.Count - at);
            growing.Append(lines.GetRange(at, count));
            at += count;

            // The time of a run is that of the last line: what it has not ended by then goes on in the next.
            Assert.True(LogLine.TryParse(System.Text.Encoding.UTF8.GetBytes(lines[at - 1]), out var last));
            var read = await growing.ReadAsync(LogFolder.Request("visits", state, at == lines.Count ? LogFolder.LongAfter : last.Time));
            state = read.Checkpoints.Last().State;
            foreach (var (key, visit) in Stored(read))
            {
                Assert.True(stored.TryAdd(key, visit), $"{key} was told twice.");
            }

            if (random.Next(3) == 0)
            {
                growing.Rotate();
            }
        }

        Assert.Equal(Visits(expected), Visits(stored));
    }

    [Fact]
    public async Task Cut_off_anywhere_and_resumed_nothing_is_lost()
    {
        using var folder = new LogFolder();
        folder.Append(LogFolder.SampleLines());

        var report = await ResumeCheck.RunAsync(
            () => new AccessLogConnector(), folder.Settings, LogFolder.Request("visits"), LogFolder.Context, every: 211,
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(report.Cuts > 5);
    }

    [Fact]
    public async Task A_half_written_line_waits_for_its_end()
    {
        using var folder = new LogFolder();
        var lines = LogFolder.SampleLines();
        folder.Append(lines[..10]);
        await File.AppendAllTextAsync(folder.Log, lines[10][..40], TestContext.Current.CancellationToken);
        var first = await folder.ReadAsync(LogFolder.Request("visits"));

        await File.AppendAllTextAsync(folder.Log, lines[10][40..] + "\nnonsense\n", TestContext.Current.CancellationToken);
        var second = await folder.ReadAsync(LogFolder.Request("visits", first.Checkpoints.Last().State));

        Assert.Empty(first.Rejections);
        Assert.Single(second.Rejections);
        Assert.Equal(11, first.Interactions.Concat(second.Interactions).Sum(i => (int)i.Details["requests"]!));
    }

    [Fact]
    public async Task A_log_that_is_gone_costs_only_what_was_in_it()
    {
        using var folder = new LogFolder();
        var lines = LogFolder.SampleLines();
        folder.Append(lines[..100]);
        var first = await folder.ReadAsync(LogFolder.Request("visits"));
        File.Delete(folder.Log);
        folder.Append(lines[5000..5100]);

        var second = await folder.ReadAsync(LogFolder.Request("visits", first.Checkpoints.Last().State));

        Assert.Equal(100, second.Interactions.Sum(i => (int)i.Details["requests"]!));
    }

    // Some visitors stay for hours while others come and go, so that visits end before, and begin after, ones that are still open.
    private static List<string> Traffic(Random random, int count)
    {
        var time = new DateTimeOffset(2025, 3, 29, 20, 0, 0, TimeSpan.FromHours(1));
        var lines = new List<string>(count);
        while (lines.Count < count)
        {
            time = time.AddSeconds(random.Next(0, 60));
            var visitor = (int)Math.Sqrt(random.Next(2500));
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"""192.0.2.{visitor} - {(visitor % 3 == 0 ? $"user{visitor}" : "-")} [{time:dd/MMM/yyyy:HH:mm:ss} +0100] "GET /{random.Next(9)} HTTP/1.1" 200 1 "-" "Browser" """));
        }

        return lines;
    }

    private static Dictionary<string, string> Stored(MessageCollector read) =>
        read.Interactions.ToDictionary(i => i.Key, MessageText.Of, StringComparer.Ordinal);

    // Keys name the file that a visit began in, and here the two folders cut the log into files differently.
    private static IEnumerable<string> Visits(Dictionary<string, string> stored) =>
        stored.Select(v => v.Value.Replace(v.Key, "KEY", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
