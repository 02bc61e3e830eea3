using System.Globalization;
using IntegrationHub.Benchmarks.Bridges;
using IntegrationHub.Benchmarks.Connectors;
using IntegrationHub.Benchmarks.Hosting;
using IntegrationHub.Benchmarks.Identity;
using IntegrationHub.Benchmarks.Load;
using IntegrationHub.Benchmarks.Load.Collecting;
using IntegrationHub.Benchmarks.Load.People;

namespace IntegrationHub.Benchmarks;

/// <summary>Every command, in the order of the help.</summary>
internal static class BenchmarkCommands
{
    public static IReadOnlyList<BenchmarkCommand> All { get; } =
    [
        Of("matching", "[SET ...]", "quality of the matching on sets with a truth", 0, args => MatchingQuality.Run(args)),
        Of("matching-speed", "[RECORDS]", "the whole engine in memory", 0, args => MatchingSpeed.Run(args)),
        new("invariance", "SET|COUNT", "order and batches do not matter; ends with 1 when they do", 1, args => Task.FromResult(Invariance.Run(args[0]) ? 0 : 1)),
        Of("generate", "COUNT FOLDER [--seed N]", "writes an invented customer base for the bulk load", 2, Generate),
        Of("upsert-latency", "COUNT [STORE]", "single changes and small batches at that many records; keeps the loaded store as that file and uses it again", 1, args => UpsertLatency.RunAsync(Number(args[0]), args.Count > 1 ? args[1] : null)),
        Of("hosting", "[COUNT ...]", "connectors in process and in child processes", 0, args => HostingThroughput.RunAsync(args.Count > 0 ? [.. args.Select(Number)] : [100_000, 1_000_000])),
        Of("bridge", "COUNT", "records through the Airbyte bridge", 1, args => BridgeThroughput.RunAsync(Number(args[0]))),
        Of("imap", "COUNT", "a mailbox of that many mails, from a Dovecot started for it, twice", 1, args => ImapThroughput.RunAsync(Number(args[0]))),
        new("connectors", "[--count N] [ID ...]", "each connector against its stand-in, in a process of its own", 0, ConnectorThroughput.RunAsync),
        new(ConnectorReading.Command, "ID SETTINGS", "one reading of `connectors`; not to be called by hand", 2, args => ConnectorReading.RunAsync(args[0], args[1])),
        Of("collect", "HUB.DLL [SECONDS]", "how fast the real server takes pushed events", 1, args => CollectSpeed.RunAsync(args[0], args.Count > 1 ? Number(args[1]) : CollectSpeed.SecondsDefault)),
    ];

    private static BenchmarkCommand Of(string name, string arguments, string help, int argumentsMin, Action<IReadOnlyList<string>> run) =>
        Of(name, arguments, help, argumentsMin, args =>
        {
            run(args);
            return Task.CompletedTask;
        });

    private static BenchmarkCommand Of(string name, string arguments, string help, int argumentsMin, Func<IReadOnlyList<string>, Task> runAsync) =>
        new(name, arguments, help, argumentsMin, async args =>
        {
            await runAsync(args);
            return 0;
        });

    private static void Generate(IReadOnlyList<string> args)
    {
        var seed = args is [_, _, "--seed", var number] ? Number(number) : CustomerBase.UsualSeed;
        CustomerBaseFiles.Write(new CustomerBase(seed), Number(args[0]), args[1]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
