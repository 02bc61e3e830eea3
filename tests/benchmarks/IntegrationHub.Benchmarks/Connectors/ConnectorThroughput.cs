using System.Globalization;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json;

namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>Measures connectors one after the other. This process holds the stand-ins; a fresh process for each reads from it.</summary>
internal static class ConnectorThroughput
{
    private const int UsualCount = 100_000;

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    // The reading process collects garbage as the hub does; see the hub's project file.
    private static readonly Dictionary<string, string> AsTheHub = new(StringComparer.Ordinal)
    {
        ["DOTNET_GCgen0MaxBudget"] = "4000000",
        ["DOTNET_GCConserveMemory"] = "5",
        ["DOTNET_TieredPGO"] = "0",
    };

    /// <summary>Measures; prints a table.</summary>
    /// <param name="args">Ids of connectors, all when there are none; <c>--count N</c> first for another number of records.</param>
    /// <returns>The exit code: 1 when a connector could not be measured, 2 for a wrong id.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var count = UsualCount;
        if (args is ["--count", var number, ..])
        {
            count = int.Parse(number, CultureInfo.InvariantCulture);
            args = [.. args.Skip(2)];
        }

        if (args.FirstOrDefault(a => StandIns.All.All(s => s.Connector != a)) is { } wrong)
        {
            await Console.Error.WriteLineAsync($"There is no stand-in for \"{wrong}\"; there are {string.Join(", ", StandIns.All.Select(s => s.Connector).Distinct(StringComparer.Ordinal))}.");
            return 2;
        }

        await Console.Out.WriteLineAsync("| connector | stand-in | people | interactions | s | records/s | processor µs a record | peak MiB |\n|---|---|---|---|---|---|---|---|");
        var exitCode = 0;
        foreach (var standIn in StandIns.All.Where(s => args.Count == 0 || args.Contains(s.Connector, StringComparer.Ordinal)))
        {
            try
            {
                await Console.Out.WriteLineAsync(Row(standIn, await MeasureAsync(standIn, count)));
            }
            catch (Exception e) when (e is InvalidOperationException or IOException or OperationCanceledException or JsonException)
            {
                // The others are still worth measuring.
                exitCode = 1;
                await Console.Out.WriteLineAsync($"| {standIn.Connector} | {standIn.Name} | not measured | | | | | |");
                await Console.Error.WriteLineAsync($"{standIn.Connector}: {e.Message}");
            }
        }

        return exitCode;
    }

    private static async Task<Reading> MeasureAsync(StandIn standIn, int count)
    {
        var (life, settings) = await standIn.StartAsync(count);
        await using var running = life;
        await using var folder = new StandInFolder();
        var file = folder.PathOf("settings.json");
        await File.WriteAllTextAsync(file, settings.ToString());
        await using var reader = RunningProgram.Start(
            Environment.ProcessPath!, [.. OwnDll(), ConnectorReading.Command, standIn.Connector, file], environment: AsTheHub);
        using var deadline = new CancellationTokenSource(Deadline);
        await reader.Process.WaitForExitAsync(deadline.Token);
        if (reader.Process.ExitCode != 0)
        {
            throw new InvalidOperationException(reader.Said.Trim());
        }

        var reading = JsonConvert.DeserializeObject<Reading>(reader.Said)!;
        return reading.Records >= count
            ? reading
            : throw new InvalidOperationException($"Only {reading.Records} of {count} records were read.");
    }

    // Started by `dotnet X.dll` the program is dotnet, by its own executable it is this one.
    private static string[] OwnDll() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [typeof(ConnectorThroughput).Assembly.Location]
        : [];

    private static string Row(StandIn standIn, Reading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {standIn.Connector} | {standIn.Name} | {reading.People:N0} | {reading.Interactions:N0} | {reading.Seconds:F1} | {reading.Records / reading.Seconds:N0} | {reading.ProcessorSeconds * 1e6 / reading.Records:N0} | {reading.PeakBytes >> 20} |");
}
