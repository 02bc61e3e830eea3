namespace IntegrationHub.Benchmarks;

/// <summary>A measurement that BenchmarkDotNet does not run.</summary>
/// <param name="Name">The word that starts it.</param>
/// <param name="Arguments">What may follow, as the help shows it.</param>
/// <param name="Help">What it measures, in one line.</param>
/// <param name="ArgumentsMin">How many arguments it needs.</param>
/// <param name="RunAsync">Runs it with what follows its name and gives the exit code.</param>
internal sealed record BenchmarkCommand(
    string Name, string Arguments, string Help, int ArgumentsMin, Func<IReadOnlyList<string>, Task<int>> RunAsync);
