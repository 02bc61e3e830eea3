using BenchmarkDotNet.Attributes;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>The scoring loop alone, a pair an operation, and what feeds it.</summary>
[Config(typeof(InProcessShortRun))]
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private const int Pairs = 8192;

    private readonly WordPool _words = new();
    private readonly TextPool _values = new();
    private readonly FieldNames _names = new();
    private readonly int[][] _profiles = new int[Pairs * 2][];
    private readonly List<Field>[] _records = new List<Field>[Pairs * 2];
    private readonly float _review = (float)MatchModel.Shipped.Limits.Review;
    private PairScorer _scorer = null!;
    private RecordStandardiser _standardiser = null!;

    /// <summary>Gets or sets how many pairs are gone through in turn: few stay in the processor's nearest caches, many do not.</summary>
    [Params(512, Pairs)]
    public int Distinct { get; set; } = Pairs;

    /// <summary>Invents the records.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _scorer = new PairScorer(_words, _values, _names, MatchModel.Shipped);
        _standardiser = new RecordStandardiser(_words, _values, _names);
        var pairs = new ScoringPairs(seed: 20261124).Make(Pairs);
        for (var i = 0; i < Pairs; i++)
        {
            (_records[2 * i], _records[(2 * i) + 1]) = pairs[i];
        }

        for (var i = 0; i < _records.Length; i++)
        {
            _profiles[i] = _standardiser.Standardise(_records[i]);
        }
    }

    /// <summary>Scores two records of one person.</summary>
    [Benchmark(OperationsPerInvoke = Pairs / 2)]
    public float Duplicates() => Score(0, 2);

    /// <summary>Scores strangers that a key brought together.</summary>
    [Benchmark(OperationsPerInvoke = Pairs / 2)]
    public float Strangers() => Score(1, 2);

    /// <summary>Scores pairs as keys propose them, both kinds in turn, as far as the search for pairs does: those that cannot reach the review score are left.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs)]
    public float Candidates() => Score(0, 1);

    /// <summary>Scores the same pairs to the end, as clusters and explanations do.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public float Whole()
    {
        var sum = 0f;
        for (var round = 0; round < Pairs / Distinct; round++)
        {
            for (var i = 0; i < Distinct; i++)
            {
                sum += _scorer.Score(_profiles[2 * i], _profiles[(2 * i) + 1], out _);
            }
        }

        return sum;
    }

    /// <summary>Standardises a record whose texts are all known.</summary>
    [Benchmark(OperationsPerInvoke = Pairs * 2)]
    public int Standardise()
    {
        var sum = 0;
        foreach (var record in _records)
        {
            sum += _standardiser.Standardise(record).Length;
        }

        return sum;
    }

    private float Score(int first, int step)
    {
        var sum = 0f;
        for (var round = 0; round < Pairs / Distinct; round++)
        {
            for (var i = first; i < Distinct; i += step)
            {
                sum += _scorer.Reaches(_profiles[2 * i], _profiles[(2 * i) + 1], _review, out var bits, out _) ? bits : 0;
            }
        }

        return sum;
    }
}
