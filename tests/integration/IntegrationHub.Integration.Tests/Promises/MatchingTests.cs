using System.Globalization;
using IntegrationHub.Integration.Tests.Cli;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Integration.Tests.Promises;

/// <summary>Whole way from files and mapping documents to customers, scored against known truth.</summary>
public sealed class MatchingTests
{
    [Fact]
    public async Task Febrl3_reaches_its_bar_and_gives_the_same_customers_shuffled_and_in_three_runs()
    {
        using var shell = new HubShell();
        await shell.DoAsync("init");
        await Sets.AddSourceAsync(shell, "febrl", Sets.PathOf("febrl3", "records.csv"), Sets.PathOf("febrl3", "mapping.json"), "AU");
        await shell.DoAsync("sync", "run", "febrl");
        var truth = Sets.WriteTruth(shell, Sets.Rows(Sets.PathOf("febrl3", "truth.csv")).Select(r => ("febrl", r[0], r[1])));

        Assert.InRange(await PairwiseF1Async(shell, truth), 0.95, 1);

        using var other = new HubShell();
        await LoadShuffledInThreeRunsAsync(other);
        Assert.Equal(await Sets.PartitionAsync(shell), await Sets.PartitionAsync(other));
    }

    [Fact]
    public async Task Senzing_demo_read_as_three_sources_reaches_its_bar_on_people()
    {
        using var shell = new HubShell();
        await shell.DoAsync("init");
        var records = Sets.PathOf("senzing_demo", "records.csv");
        var mapping = JObject.Parse(await File.ReadAllTextAsync(Sets.PathOf("senzing_demo", "mapping.json"), TestContext.Current.CancellationToken));
        foreach (var source in new[] { "CUSTOMERS", "REFERENCE", "WATCHLIST" })
        {
            mapping["filter"] = new JObject { ["source"] = source };
            var name = source.ToLowerInvariant();
            await Sets.AddSourceAsync(shell, name, records, shell.Write(name + ".json", mapping.ToString()), "US");
        }

        await shell.DoAsync("sync", "run", "--all");
        var sourceOf = Columns(records, "record_id", "source");
        var typeOf = Columns(records, "record_id", "RECORD_TYPE");
        var people = Sets.Rows(Sets.PathOf("senzing_demo", "truth.csv"))
            .Where(r => string.Equals(typeOf[r[0]], "PERSON", StringComparison.Ordinal))
            .Select(r => (sourceOf[r[0]].ToLowerInvariant(), r[0], r[1]));

        Assert.InRange(await PairwiseF1Async(shell, Sets.WriteTruth(shell, people)), 0.96, 1);
    }

    private static async Task LoadShuffledInThreeRunsAsync(HubShell shell)
    {
        await shell.DoAsync("init");
        var lines = await File.ReadAllLinesAsync(Sets.PathOf("febrl3", "records.csv"), TestContext.Current.CancellationToken);
        var rows = lines[1..];
        new Random(20261122).Shuffle(rows);
        Directory.CreateDirectory(Path.Combine(shell.Folder, "in"));
        await Sets.AddSourceAsync(shell, "febrl", "in", Sets.PathOf("febrl3", "mapping.json"), "AU");
        for (var part = 0; part < 3; part++)
        {
            var share = rows.Where((_, i) => i % 3 == part).Prepend(lines[0]);
            shell.Write(string.Create(CultureInfo.InvariantCulture, $"in/part{part}.csv"), string.Join('\n', share) + "\n");
            await shell.DoAsync("sync", "run", "febrl");
        }
    }

    private static async Task<double> PairwiseF1Async(HubShell shell, string truth)
    {
        var figures = (await shell.DoAsync("match", "evaluate", "--truth", truth, "--json")).Json();
        return figures.GetProperty("pairwise").GetProperty("f1").GetDouble();
    }

    private static Dictionary<string, string> Columns(string path, string key, string value)
    {
        using var reader = new StreamReader(path);
        var table = Csv.Read(reader).ToList();
        var (at, of) = (Array.IndexOf(table[0], key), Array.IndexOf(table[0], value));
        return table.Skip(1).ToDictionary(r => r[at], r => r[of], StringComparer.Ordinal);
    }
}
