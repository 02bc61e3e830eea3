using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Benchmarks.Load.People;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>Prints time and memory for many invented records: load, settle, one change at a time.</summary>
internal static class MatchingSpeed
{
    private const int Changes = 2000;

    public static void Run(IReadOnlyList<string> args)
    {
        var count = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var people = new int[count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var engine = new IdentityEngine(MatchModel.Shipped);

        // What a record said is kept by the engine alone, as in a hub: more objects would be the collector's work, not the engine's.
        foreach (var record in Records(count))
        {
            people[record.Number] = record.Person;
            engine.Upsert(record.Number, record.Source, record.Fields);
        }

        var (watch, processor) = (Stopwatch.StartNew(), Processor());
        if (Environment.GetEnvironmentVariable("MATCHING_TRAIN") != "0")
        {
            var model = engine.Train(2, CancellationToken.None);
            Print($"{model.Plan.Count} keys");
            engine = engine.ContinueUnder(model);
        }

        var trained = watch.Elapsed.TotalSeconds;
        engine.IsCandidatePair(0, 1);
        var indexed = watch.Elapsed.TotalSeconds;
        var searched = new SearchClock(watch);
        var resolution = engine.Resolve(searched, CancellationToken.None);
        var settled = watch.Elapsed.TotalSeconds;
        processor = Processor() - processor;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576d;
        var figures = ClusterEvaluation.Evaluate(resolution.Clusters.SelectMany((c, n) => c.Select(id => (people[id], n))));
        Print($"{count} records: training {trained:0.0} s, index {indexed - trained:0.0} s, pairs {searched.Seconds - indexed:0.0} s, clusters {settled - searched.Seconds:0.0} s");
        Print($"together {settled:0.0} s, processor {processor:0.0} s, engine {memory:0} MB");
        Print($"F1 {figures.Pairwise.F1:0.0000} P {figures.Pairwise.Precision:0.0000} R {figures.Pairwise.Recall:0.0000} B3 {figures.BCubed.F1:0.0000}");
        Print($"candidates {resolution.Statistics.CandidatePairs}, scored {resolution.Statistics.ScoredPairs}, links {resolution.Statistics.LinkedPairs}, split {resolution.Statistics.OversizedBlocks}, windowed {resolution.Statistics.WindowedBlocks}, doubtful {resolution.Doubtful.Count}");
        foreach (var key in resolution.Statistics.WorstKeys)
        {
            Print($"   {key}");
        }

        if (Environment.GetEnvironmentVariable("MATCHING_ERRORS") is { Length: > 0 } text)
        {
            var named = Records(count).Select(r => new MatchingRecord(
                r.Number.ToString(CultureInfo.InvariantCulture), r.Source, r.Person.ToString(CultureInfo.InvariantCulture), r.Fields)).ToList();
            MatchingErrors.Print(named, resolution.Clusters, engine, int.Parse(text, CultureInfo.InvariantCulture));
        }

        MeasureParts(engine, count);
        MeasureChanges(engine, count);
    }

    private static IEnumerable<(int Number, int Source, List<Field> Fields, int Person)> Records(int count) =>
        new CustomerBase().Records(count).Select((record, i) => (i, record.Source, record.Fields(), record.Person));

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static void MeasureParts(IdentityEngine engine, int count)
    {
        const int Rounds = 200_000;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            engine.IsCandidatePair(i, 0);
        }

        Print($"search of candidates {watch.Elapsed.TotalMicroseconds / count:0.00} us a record");
        foreach (var (name, distance) in new[] { ("strangers", 7919), ("neighbours", 1) })
        {
            watch.Restart();
            for (var i = 0; i < Rounds; i++)
            {
                engine.ScoreOf(i % count, (i + distance) % count);
            }

            Print($"score of {name} {watch.Elapsed.TotalMicroseconds / Rounds:0.00} us a pair");
        }
    }

    private static void MeasureChanges(IdentityEngine engine, int count)
    {
        const int Step = 37;
        var changed = Records(count).Where(r => r.Number % Step == 0).Take(Changes).ToList();
        var times = new double[changed.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var watch = Stopwatch.StartNew();
            engine.Upsert(count + i, 9, changed[i].Fields);
            engine.Resolve(null, CancellationToken.None);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        Print($"single upsert and resolve: median {times[times.Length / 2]:0.00} ms, 99th percentile {times[times.Length * 99 / 100]:0.00} ms");
    }

    /// <summary>Notes when the search for pairs ended.</summary>
    private sealed class SearchClock(Stopwatch watch) : IProgress<double>
    {
        public double Seconds { get; private set; }

        public void Report(double value) => Seconds = value < 1 ? watch.Elapsed.TotalSeconds : Seconds;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
