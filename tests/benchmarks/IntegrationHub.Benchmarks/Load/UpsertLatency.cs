using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Benchmarks.Load.People;

namespace IntegrationHub.Benchmarks.Load;

/// <summary>Measures what a change costs in a full store: from the connector's message to the committed golden record.</summary>
internal static class UpsertLatency
{
    private const int Singles = 2_000;
    private const int WarmUps = 200;
    private const int Batches = 10;
    private const int BatchRecords = 1_000;
    private const int LoadBatchRecords = 5_000;

    /// <summary>Loads so many records, then prints the latency of single records and the throughput of batches behind them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="kept">Where the loaded store is kept: it is loaded once and used again. Nothing in it was compared since it was
    /// opened, so each change compares its surroundings first, as in a hub that was started anew.</param>
    public static async Task RunAsync(int count, string? kept)
    {
        var people = new CustomerBase();
        using var records = people.Records(count + WarmUps + Singles + (2 * Batches * BatchRecords)).GetEnumerator();
        if (kept is not null && !File.Exists(kept))
        {
            await using var first = await UpsertStore.CreateAsync(people, kept: null);
            await LoadAsync(first, records, count);
            await first.KeepAsync(kept);
        }
        else if (kept is not null)
        {
            _ = Next(records, count);
        }

        await using var store = await UpsertStore.CreateAsync(people, kept);
        if (kept is null)
        {
            await LoadAsync(store, records, count);
        }

        for (var i = 0; i < WarmUps; i++)
        {
            await UpsertAsync(store, Next(records, 1));
        }

        var times = new double[Singles];
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Singles; i++)
        {
            var one = Next(records, 1);
            var started = Stopwatch.GetTimestamp();
            await UpsertAsync(store, one);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Singles;
        Array.Sort(times);
        Print($"single records: processor {each:0.00} ms, p50 {At(times, .5):0.00} ms, p90 {At(times, .9):0.00} ms, p99 {At(times, .99):0.00} ms, worst {times[^1]:0.00} ms");
        await MeasureBatchesAsync("one after the other", Take(records), async batches =>
        {
            foreach (var batch in batches)
            {
                await UpsertAsync(store, batch);
            }
        });
        await MeasureBatchesAsync("each taken in while the one before is settled", Take(records), async batches =>
        {
            var settling = Task.CompletedTask;
            foreach (var batch in batches)
            {
                await CommitAsync(store, batch);
                await settling;
                settling = store.ResolveAsync();
            }

            await settling;
        });
    }

    private static async Task LoadAsync(UpsertStore store, IEnumerator<CustomerRecord> records, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var loaded = 0; loaded < count; loaded += LoadBatchRecords)
        {
            await CommitAsync(store, Next(records, Math.Min(LoadBatchRecords, count - loaded)));
        }

        var outcome = await store.LoadAsync();
        Print($"{count} records loaded into {outcome.Customers} customers in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task MeasureBatchesAsync(string how, List<List<CustomerRecord>> batches, Func<List<List<CustomerRecord>>, Task> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await work(batches);
        var (seconds, busy) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        Print($"batches of {BatchRecords}, {how}: {Batches * BatchRecords / seconds:0} records a second, {Batches * BatchRecords / busy:0} a second of processor time");
    }

    private static List<List<CustomerRecord>> Take(IEnumerator<CustomerRecord> records) =>
        [.. Enumerable.Range(0, Batches).Select(_ => Next(records, BatchRecords))];

    private static async Task UpsertAsync(UpsertStore store, List<CustomerRecord> records)
    {
        await CommitAsync(store, records);
        await store.ResolveAsync();
    }

    private static async Task CommitAsync(UpsertStore store, List<CustomerRecord> records)
    {
        foreach (var bySource in records.GroupBy(r => r.Source))
        {
            await store.CommitAsync(bySource.Key, bySource);
        }
    }

    private static List<CustomerRecord> Next(IEnumerator<CustomerRecord> records, int count)
    {
        var next = new List<CustomerRecord>(count);
        while (next.Count < count && records.MoveNext())
        {
            next.Add(records.Current);
        }

        return next;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
