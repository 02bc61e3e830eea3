using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>
/// Prints how well and how fast the sets with known truth under the folder named by the environment variable
/// MATCHING_DATA are resolved; nothing when it is not set.
/// </summary>
internal static class MatchingQuality
{
    public static void Run(IReadOnlyList<string> args)
    {
        var folder = Environment.GetEnvironmentVariable("MATCHING_DATA");
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
        {
            Console.WriteLine("Set MATCHING_DATA to a folder of sets (each with records.csv and truth.csv).");
            return;
        }

        Console.WriteLine("| set | records | F1 | precision | recall | B-cubed P | B-cubed R | B-cubed F1 | blocking recall | candidate pairs | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var set in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (args.Count > 0 && !args.Any(a => set.Contains(a, StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var file in Directory.GetFiles(set, "records*.csv").Order(StringComparer.Ordinal))
            {
                Measure(set, Path.GetFileName(file));
            }
        }
    }

    private static void Measure(string folder, string file)
    {
        var records = MatchingSet.Read(folder, file);
        var watch = Stopwatch.StartNew();
        var (figures, resolution, engine) = MatchingRun.Run(records, TrainedOn(records));
        watch.Stop();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(folder)} {(file.Contains("noid", StringComparison.Ordinal) ? "(no id)" : "")} | {records.Count} | {figures.Pairwise.F1:0.0000} | {figures.Pairwise.Precision:0.0000} | {figures.Pairwise.Recall:0.0000} | {figures.BCubed.Precision:0.0000} | {figures.BCubed.Recall:0.0000} | {figures.BCubed.F1:0.0000} | {BlockingRecall(records, engine):0.0000} | {resolution.Statistics.CandidatePairs} | {watch.Elapsed.TotalSeconds:0.00} |"));
        if (Environment.GetEnvironmentVariable("MATCHING_ERRORS") is { Length: > 0 } text)
        {
            MatchingErrors.Print(records, resolution.Clusters, engine, int.Parse(text, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The shipped model, or the one whose file the environment variable MATCHING_MODEL names.</summary>
    private static MatchModel Model() => Environment.GetEnvironmentVariable("MATCHING_MODEL") is { Length: > 0 } path
        ? MatchModel.FromJson(File.ReadAllText(path))
        : MatchModel.Shipped;

    private static MatchModel TrainedOn(List<MatchingRecord> records)
    {
        var start = Model();
        if (Environment.GetEnvironmentVariable("MATCHING_TRAIN") == "0")
        {
            return start;
        }

        var model = MatchingRun.Trained(records);
        if (Environment.GetEnvironmentVariable("MATCHING_MODEL_OUT") is { Length: > 0 } path)
        {
            File.WriteAllText(path, model.ToJson());
        }

        return model;
    }

    private static double BlockingRecall(List<MatchingRecord> records, IdentityEngine engine)
    {
        long pairs = 0, reached = 0;
        foreach (var group in records.Select((r, i) => (r.Entity, i)).GroupBy(r => r.Entity, StringComparer.Ordinal))
        {
            var members = group.Select(m => (long)m.i).ToArray();
            for (var a = 0; a < members.Length; a++)
            {
                for (var b = a + 1; b < members.Length; b++)
                {
                    pairs++;
                    reached += engine.IsCandidatePair(members[a], members[b]) ? 1 : 0;
                }
            }
        }

        return pairs == 0 ? 1 : (double)reached / pairs;
    }
}
