using BenchmarkDotNet.Attributes;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>The measures of text alone, a pair of family names an operation: strangers, so that nothing is equal.</summary>
[Config(typeof(InProcessShortRun))]
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const int Pairs = 4096;
    private const int Stride = 1021;

    private readonly string[] _names = [.. Resource.Lines("family-names.csv").Select(line => line.Split(',')[0]).Skip(1).Take(Pairs)];

    /// <summary>Optimal string alignment distance.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public int Osa()
    {
        var sum = 0;
        for (var i = 0; i < Pairs; i++)
        {
            sum += EditDistance.Osa(_names[i], _names[(i + Stride) % Pairs]);
        }

        return sum;
    }

    /// <summary>Jaro-Winkler similarity.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public double Similarity()
    {
        var sum = 0d;
        for (var i = 0; i < Pairs; i++)
        {
            sum += JaroWinkler.Similarity(_names[i], _names[(i + Stride) % Pairs]);
        }

        return sum;
    }
}
