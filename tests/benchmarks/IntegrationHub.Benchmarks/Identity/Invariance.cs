using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>
/// Shows that under one trained model neither order nor batches nor what came and went shows in the partition, and that
/// unrelated records change nothing for the others. One line a run, written as a table.
/// </summary>
internal sealed class Invariance
{
    private const int Shuffles = 10;

    private static readonly int[] BatchSizes = [50, 333, 1000, 2500, 4000];

    private static readonly double[] SubsetShares = [.02, .1, .5];

    private readonly List<MatchingRecord> _records;
    private readonly MatchModel _model;
    private int _different;

    private Invariance(List<MatchingRecord> records)
    {
        _records = records;
        _model = MatchingRun.Trained(records);
    }

    /// <summary>Runs all of it.</summary>
    /// <param name="what">A set under the folder that MATCHING_DATA names, or how many records to invent.</param>
    /// <returns>Whether all partitions were the same.</returns>
    public static bool Run(string what)
    {
        var invariance = new Invariance(Records(what));
        Print($"{what}: {invariance._records.Count} records, model trained on all of them, then frozen.\n");
        invariance.Measure();
        Print($"\n{what}: {(invariance._different == 0 ? "one and the same partition" : $"DIFFERENT in {invariance._different} runs")}.\n");
        return invariance._different == 0;
    }

    private static List<MatchingRecord> Records(string what) => int.TryParse(what, CultureInfo.InvariantCulture, out var count)
        ? InventedRecords.Make(count)
        : MatchingSet.Read(Path.Combine(
            Environment.GetEnvironmentVariable("MATCHING_DATA") ?? throw new InvalidOperationException(
                "Set MATCHING_DATA to a folder of sets (each with records.csv and truth.csv)."),
            what));

    private void Measure()
    {
        Print($"| run | batch | settlements | removed or changed, and back | customers | records in another customer | partition | seconds |");
        Print($"|---|---|---|---|---|---|---|---|");
        var expected = Partition("in the order of the file, at once", run => run.LoadInOrder(), seed: 0, expected: null);
        for (var seed = 1; seed <= Shuffles; seed++)
        {
            Partition($"shuffle {seed}", run => run.Load(All(), _records.Count), seed, expected);
        }

        foreach (var size in BatchSizes.Where(size => size < _records.Count))
        {
            Partition($"batches of {size}, restart half-way", run => run.Load(All(), size), Shuffles + size, expected);
        }

        var groups = RelatedRecords.Find(_records, _model);
        foreach (var share in SubsetShares)
        {
            Subset(groups, share, expected);
        }
    }

    private string Partition(string name, Action<InvarianceRun> load, int seed, string? expected)
    {
        var watch = Stopwatch.StartNew();
        var run = new InvarianceRun(_records, _model, seed);
        load(run);
        var partition = run.Describe();
        Report(name, run, partition, expected ?? partition, watch);
        return partition;
    }

    /// <summary>Settles whole groups of related records alone, then with all others.</summary>
    private void Subset(List<int[]> groups, double share, string whole)
    {
        var watch = Stopwatch.StartNew();
        var random = new Random((int)(share * 100));
        var chosen = groups.Where(_ => random.NextDouble() < share).SelectMany(group => group).ToArray();
        var keys = chosen.Select(i => _records[i].Key).ToHashSet(StringComparer.Ordinal);
        var expected = string.Join('\n', whole.Split('\n').Where(line => keys.Contains(line.Split(' ')[0])));

        var run = new InvarianceRun(_records, _model, chosen.Length);
        run.Load(chosen, chosen.Length);
        Report($"{chosen.Length} records alone", run, run.Describe(), expected, watch);

        run.Load([.. All().Except(chosen)], _records.Count / 3);
        Report("the same, all others added", run, run.Describe(), whole, watch);
    }

    private void Report(string name, InvarianceRun run, string partition, string expected, Stopwatch watch)
    {
        var customers = partition.Split('\n');
        var moved = customers.Except(expected.Split('\n'), StringComparer.Ordinal).Sum(line => line.Count(c => c == ' ') + 1);
        _different += partition == expected ? 0 : 1;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(partition)))[..12];
        Print($"| {name} | {run.LargestBatch} | {run.Settlements} | {run.Disturbed} | {customers.Length} | {moved} | {hash} | {watch.Elapsed.TotalSeconds:0.0} |");
        watch.Restart();
    }

    private int[] All() => [.. Enumerable.Range(0, _records.Count)];

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
