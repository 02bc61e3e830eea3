using System.Runtime.InteropServices;
using IntegrationHub.Core.Matching;

namespace IntegrationHub.Identity.Clustering;

/// <summary>People's decisions by record.</summary>
internal sealed class DecisionBook
{
    private Dictionary<(long, long), Decision> _pairs = [];
    private Dictionary<long, List<(long Other, bool IsSame)>> _byRecord = [];

    public bool IsEmpty => _pairs.Count == 0;

    /// <summary>Gets the whole set.</summary>
    public IReadOnlyCollection<Decision> All => _pairs.Values;

    /// <summary>Takes the whole set.</summary>
    /// <returns>The records whose decisions changed.</returns>
    public HashSet<long> Set(IReadOnlyCollection<Decision> decisions)
    {
        var pairs = new Dictionary<(long, long), Decision>(decisions.Count);
        var byRecord = new Dictionary<long, List<(long, bool)>>();
        foreach (var decision in decisions)
        {
            if (decision.RecordA == decision.RecordB)
            {
                throw new ArgumentException("A decision must name two different records.", nameof(decisions));
            }

            if (!pairs.TryAdd(Pair(decision.RecordA, decision.RecordB), decision))
            {
                throw new ArgumentException("Two decisions name the same pair. Pass only the one in force.", nameof(decisions));
            }

            Of(byRecord, decision.RecordA).Add((decision.RecordB, decision.IsSame));
            Of(byRecord, decision.RecordB).Add((decision.RecordA, decision.IsSame));
        }

        var changed = new HashSet<long>();
        AddDifferences(_pairs, pairs, changed);
        AddDifferences(pairs, _pairs, changed);
        _pairs = pairs;
        _byRecord = byRecord;
        return changed;
    }

    public Decision? Find(long a, long b) => _pairs.GetValueOrDefault(Pair(a, b));

    public bool IsNever(long a, long b) => _pairs.Count > 0 && _pairs.TryGetValue(Pair(a, b), out var decision) && !decision.IsSame;

    /// <summary>Lists the decisions that name a record.</summary>
    public ReadOnlySpan<(long Other, bool IsSame)> Of(long record) =>
        _byRecord.TryGetValue(record, out var list) ? CollectionsMarshal.AsSpan(list) : default;

    private static (long A, long B) Pair(long a, long b) => a < b ? (a, b) : (b, a);

    private static List<(long Other, bool IsSame)> Of(Dictionary<long, List<(long Other, bool IsSame)>> lists, long record)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, record, out _);
        return list ??= [];
    }

    private static void AddDifferences(
        Dictionary<(long A, long B), Decision> from, Dictionary<(long A, long B), Decision> to, HashSet<long> changed)
    {
        foreach (var (pair, decision) in from)
        {
            if (!to.TryGetValue(pair, out var other) || other.IsSame != decision.IsSame)
            {
                changed.Add(pair.A);
                changed.Add(pair.B);
            }
        }
    }
}
