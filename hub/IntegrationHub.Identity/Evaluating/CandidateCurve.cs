using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Evaluating;

/// <summary>Collects scored candidate pairs and tells what any threshold makes of them.</summary>
/// <remarks>Holds four bytes a pair. The pairs of the truth are counted by the caller, never listed. Not thread-safe.</remarks>
/// <param name="truePairs">How many pairs belong together, reached by a key or not.</param>
public sealed class CandidateCurve(long truePairs)
{
    private readonly List<float> _right = [];
    private readonly List<float> _wrong = [];
    private long _reached;
    private bool _isSorted;

    /// <summary>Gets the thresholds of <see cref="Table"/>.</summary>
    public static IReadOnlyList<double> UsualThresholds { get; } = [.01, .05, .1, .25, .5, .75, .9, .95, .99, .999];

    /// <summary>Gets the number of pairs collected.</summary>
    public long Pairs { get; private set; }

    /// <summary>Gets the share of true pairs that keys reach, forbidden ones with them; 1 when there are none to reach.</summary>
    public double BlockingRecall => truePairs == 0 ? 1 : (double)_reached / truePairs;

    /// <summary>Adds a pair. A forbidden one is reached, but no threshold links it; one decided for is linked by every threshold.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="isTrue">Both belong together.</param>
    public void Add(in CandidatePair pair, bool isTrue)
    {
        Pairs++;
        _reached += isTrue ? 1 : 0;
        if (pair.Standing == PairStanding.Never)
        {
            return;
        }

        _isSorted = false;
        (isTrue ? _right : _wrong).Add(pair.Standing == PairStanding.Always ? float.PositiveInfinity : pair.Bits);
    }

    /// <summary>Tells what linking from a threshold on gives; the threshold itself links.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <returns>The figures; with nothing linked precision is 1.</returns>
    public ThresholdFigures At(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);

        Sort();
        var bits = (float)Math.Log2(probability / (1 - probability));
        var right = CountFrom(_right, bits);
        var linked = right + CountFrom(_wrong, bits);
        return new ThresholdFigures(probability, linked, right, new EvaluationFigures(
            linked == 0 ? 1 : (double)right / linked, truePairs == 0 ? 1 : (double)right / truePairs));
    }

    /// <summary>Tells it for the usual thresholds.</summary>
    /// <returns>One line a threshold, ascending.</returns>
    public IReadOnlyList<ThresholdFigures> Table() => [.. UsualThresholds.Select(At)];

    private void Sort()
    {
        if (!_isSorted)
        {
            _right.Sort();
            _wrong.Sort();
            _isSorted = true;
        }
    }

    private static long CountFrom(List<float> sorted, float bits)
    {
        var span = CollectionsMarshal.AsSpan(sorted);
        var (low, high) = (0, span.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = span[middle] < bits ? (middle + 1, high) : (low, middle);
        }

        return span.Length - low;
    }
}
