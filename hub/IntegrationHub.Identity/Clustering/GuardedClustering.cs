using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <summary>
/// Clusters one component from scratch: people's "always" first, then edges by weight; two clusters merge only if no wall
/// stands between any two of their records and the mean of their clipped cross scores is above the floor. Everything is
/// ordered by content, so no order of arrival shows. One per thread.
/// </summary>
/// <remarks>
/// Decisions: a "never" on a pair beats an "always" that reaches the pair by way of others; an "always" beats every other
/// wall between its two records.
/// </remarks>
internal sealed partial class GuardedClustering(
    RecordTable records, EdgeStore edges, DecisionBook decisions, HashSet<int> deduplicatedSources, ModelLimits limits, List<ClusterMeeting>? meetings = null)
{
    private const int SampleMax = 16;
    private const int RivalsMax = 16;
    private const double WalledShareMax = .3;
    private const double SilentBits = 1;
    private const Walls OuterWalls = Walls.Decision | Walls.DeduplicatedSource;
    private const int AmbiguousSizeMax = 4;

    private readonly CrossScores _scores = new(records, decisions, deduplicatedSources);
    private readonly ClusterSet _clusters = new();
    private readonly List<ScoredPair> _links = [];
    private readonly List<List<ScoredPair>> _linksOf = [];
    private readonly List<int> _rivals = [];
    private int[] _placeOf = [];
    private Dictionary<(int, int), (int, int)> _refused = [];
    private HashSet<(int, int)> _always = [];
    private HashSet<int> _ambiguous = [];
    private int[] _members = [];

    public long ScoredPairs => _scores.Scored;

    /// <summary>Clusters a component.</summary>
    /// <param name="component">Its slots, in any order.</param>
    /// <param name="clusters">Receives the clusters as ascending record numbers.</param>
    /// <param name="doubtful">Receives the pairs within the component that a person should look at.</param>
    public void Cluster(ReadOnlySpan<int> component, List<long[]> clusters, List<DoubtfulPair> doubtful)
    {
        if (component.Length == 1)
        {
            clusters.Add([records.Id(component[0])]);
            return;
        }

        Start(component);
        JoinDecided();
        CollectLinks();
        foreach (var link in _links)
        {
            TryJoin(link);
        }

        Collect(clusters);
        CollectDoubtful(doubtful);
    }

    private void Start(ReadOnlySpan<int> component)
    {
        if (_placeOf.Length < records.SlotsUsed)
        {
            _placeOf = new int[records.SlotsUsed];
        }

        _members = component.ToArray();
        Array.Sort(_members, records.Compare);
        for (var i = 0; i < _members.Length; i++)
        {
            _placeOf[_members[i]] = i;
        }

        _scores.Start(_members);
        _clusters.Start(_members.Length);

        // Emptying costs as much as the largest component needed; new ones cost nothing to the many small that follow.
        _refused = _refused.Count == 0 ? _refused : [];
        _ambiguous = _ambiguous.Count == 0 ? _ambiguous : [];
        _always = _always.Count == 0 ? _always : [];
    }

    private bool TryGetPlace(int slot, out int place)
    {
        place = _placeOf[slot];
        return place < _members.Length && _members[place] == slot;
    }

    private void JoinDecided()
    {
        if (decisions.IsEmpty)
        {
            return;
        }

        var pairs = new List<(int A, int B)>();
        for (var a = 0; a < _members.Length; a++)
        {
            foreach (var (other, isSame) in decisions.Of(records.Id(_members[a])))
            {
                if (isSame && records.TryGetSlot(other, out var slot) && TryGetPlace(slot, out var b) && a < b)
                {
                    pairs.Add((a, b));
                }
            }
        }

        pairs.Sort();
        foreach (var (a, b) in pairs)
        {
            _always.Add((a, b));
            var (clusterA, clusterB) = (_clusters.ClusterOf(a), _clusters.ClusterOf(b));
            if (clusterA == clusterB)
            {
                continue;
            }

            if (FindWall(clusterA, clusterB, Walls.Decision) is not null)
            {
                NoteRefusal(MeetingOutcome.Refused, clusterA, clusterB);
                continue;
            }

            NoteJoin(MeetingOutcome.Decided, a, b);
            _clusters.Join(clusterA, clusterB);
        }
    }

    private void CollectLinks()
    {
        _links.Clear();
        for (var a = 0; a < _members.Length; a++)
        {
            foreach (var edge in edges.Of(_members[a]))
            {
                if (!TryGetPlace(edge.Other, out var b) || a > b)
                {
                    continue;
                }

                _scores.Know(a, b, edge);
                if (edge.Bits >= limits.Threshold)
                {
                    _links.Add(new ScoredPair(a, b, edge.Bits, edge.IsWalled));
                }
            }
        }

        _links.Sort(static (x, y) => x.Bits != y.Bits ? y.Bits.CompareTo(x.Bits) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        while (_linksOf.Count < _members.Length)
        {
            _linksOf.Add([]);
        }

        for (var place = 0; place < _members.Length; place++)
        {
            _linksOf[place].Clear();
        }

        foreach (var link in _links)
        {
            _linksOf[link.A].Add(link);
            _linksOf[link.B].Add(link);
        }
    }

    private void TryJoin(in ScoredPair link)
    {
        var a = _clusters.ClusterOf(link.A);
        var b = _clusters.ClusterOf(link.B);
        if (a == b || IsRefused(a, b))
        {
            return;
        }

        if (!MayJoin(a, b))
        {
            NoteRefusal(MeetingOutcome.Refused, a, b);
            Refuse(a, b);
            return;
        }

        if (IsAmbiguous(a, b, link.Bits) || IsAmbiguous(b, a, link.Bits))
        {
            Refuse(a, b);
            return;
        }

        NoteJoin(MeetingOutcome.Joined, link.A, link.B);
        _clusters.Join(a, b);
    }

    // A refusal holds until one of the two grows.
    private bool IsRefused(int a, int b)
    {
        var pair = Ordered(a, b);
        return _refused.TryGetValue(pair, out var versions) && versions == Versions(pair);
    }

    private void Refuse(int a, int b) => _refused[Ordered(a, b)] = Versions(Ordered(a, b));

    private (int, int) Versions((int A, int B) pair) => (_clusters.Version(pair.A), _clusters.Version(pair.B));

    private static (int A, int B) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    private bool MayJoin(int a, int b)
    {
        var membersA = _clusters.Members(a);
        var membersB = _clusters.Members(b);
        if ((membersA.Length > SampleMax || membersB.Length > SampleMax) && FindWall(a, b, OuterWalls) is not null)
        {
            return false;
        }

        return MeanCross(membersA, membersB) > limits.ClusterFloor;
    }

    /// <summary>
    /// The mean clipped cross score of the pairs that have anything to compare, over evenly spaced samples of large
    /// clusters. Minus infinity behind a wall: one that people or sources raise anywhere, or ones that values raise between more than a few pairs, so that a single
    /// garbled record does not tear a customer apart.
    /// </summary>
    private double MeanCross(ReadOnlySpan<int> membersA, ReadOnlySpan<int> membersB)
    {
        var clip = (float)limits.ClusterClip;
        var sum = 0d;
        var walled = 0;
        var compared = 0;
        var countA = Math.Min(membersA.Length, SampleMax);
        var countB = Math.Min(membersB.Length, SampleMax);
        for (var i = 0; i < countA; i++)
        {
            var a = membersA[(int)((long)i * membersA.Length / countA)];
            for (var j = 0; j < countB; j++)
            {
                var b = membersB[(int)((long)j * membersB.Length / countB)];
                var bits = _scores.Get(a, b, out var walls);
                var isWalled = walls != Walls.None && !_always.Contains(Ordered(a, b));
                if (isWalled && (walls & OuterWalls) != Walls.None)
                {
                    return double.NegativeInfinity;
                }

                if (!isWalled && !IsTelling(a, b, ref bits))
                {
                    continue;
                }

                compared++;
                walled += isWalled ? 1 : 0;
                sum += isWalled ? -clip : Math.Clamp(bits, -clip, clip);
            }
        }

        var count = (double)countA * countB;
        return walled > count * WalledShareMax ? double.NegativeInfinity : sum / Math.Max(1, compared);
    }

    /// <summary>Says whether a pair without walls counts. Having little in common is no contradiction: below the threshold
    /// only what speaks against the pair counts, not the prior.</summary>
    private bool IsTelling(int a, int b, ref float bits)
    {
        if (bits >= limits.Threshold)
        {
            return true;
        }

        bits = Math.Max(bits, records.Against(_members[a], _members[b]));
        return bits <= -SilentBits;
    }

    /// <summary>Says whether a small cluster could as well belong to another that cannot be one with its suitor.</summary>
    private bool IsAmbiguous(int cluster, int suitor, float bits)
    {
        var members = _clusters.Members(cluster);
        if (members.Length > AmbiguousSizeMax || members.Length > _clusters.Members(suitor).Length)
        {
            return false;
        }

        _rivals.Clear();
        foreach (var member in members)
        {
            // Links come in the canonical order of their weights: which rivals are met first does not depend on arrival.
            foreach (var link in _linksOf[member])
            {
                if (link.Bits < bits - limits.AmbiguityMargin || _rivals.Count == RivalsMax)
                {
                    break;
                }

                var rival = _clusters.ClusterOf(link.A == member ? link.B : link.A);
                if (rival == cluster || rival == suitor || _rivals.Contains(rival))
                {
                    continue;
                }

                _rivals.Add(rival);
                if (CannotBeOne(rival, suitor) && MayJoin(cluster, rival))
                {
                    NoteRefusal(MeetingOutcome.Ambiguous, cluster, suitor, rival);
                    NoteRefusal(MeetingOutcome.Ambiguous, cluster, rival, suitor);
                    _ambiguous.UnionWith(members.ToArray());
                    Refuse(cluster, rival);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsBefore(int a, int b, float bits, in ScoredPair known) =>
        bits != known.Bits ? bits > known.Bits : a == known.A && b < known.B;

    private bool CannotBeOne(int a, int b)
    {
        var mean = MeanCross(_clusters.Members(a), _clusters.Members(b));
        return mean < limits.ClusterFloor * 2;
    }

    private void Collect(List<long[]> clusters)
    {
        for (var place = 0; place < _members.Length; place++)
        {
            if (_clusters.IsCluster(place))
            {
                clusters.Add(Ids(_clusters.Members(place)));
            }
        }
    }

    private long[] Ids(ReadOnlySpan<int> places)
    {
        var ids = new long[places.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = records.Id(_members[places[i]]);
        }

        Array.Sort(ids);
        return ids;
    }

    /// <summary>Keeps the best pair of any two clusters that nothing forbids to be one.</summary>
    private void CollectDoubtful(List<DoubtfulPair> doubtful)
    {
        Dictionary<(int, int), ScoredPair>? best = null;
        for (var a = 0; a < _members.Length; a++)
        {
            foreach (var edge in edges.Of(_members[a]))
            {
                if (!TryGetPlace(edge.Other, out var b) || a >= b || _clusters.ClusterOf(a) == _clusters.ClusterOf(b))
                {
                    continue;
                }

                var pair = Ordered(_clusters.ClusterOf(a), _clusters.ClusterOf(b));
                _scores.Get(a, b, out var walls);
                best ??= [];
                if (walls == Walls.None && (!best.TryGetValue(pair, out var known) || IsBefore(a, b, edge.Bits, known)))
                {
                    best[pair] = new ScoredPair(a, b, edge.Bits, edge.IsWalled);
                }
            }
        }

        if (best is null)
        {
            return;
        }

        foreach (var pair in best.Values)
        {
            doubtful.Add(Doubt.Pair(
                records.Id(_members[pair.A]), records.Id(_members[pair.B]), pair.Bits, _ambiguous.Contains(pair.A) || _ambiguous.Contains(pair.B)));
        }
    }
}
