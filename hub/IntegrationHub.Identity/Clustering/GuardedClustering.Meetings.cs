using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <content>Telling a listener how clusters grew. Nothing here runs when nobody listens.</content>
internal sealed partial class GuardedClustering
{
    /// <summary>Notes a join before it is made.</summary>
    private void NoteJoin(MeetingOutcome outcome, int a, int b)
    {
        if (meetings is not null)
        {
            var bits = _scores.Get(a, b, out var walls);
            var (clusterA, clusterB) = (_clusters.ClusterOf(a), _clusters.ClusterOf(b));
            Note(outcome, (a, b), bits, walls, clusterA, clusterB, Mean(clusterA, clusterB), rival: []);
        }
    }

    /// <summary>Notes that two clusters stay apart, with the pair that spoke most against it.</summary>
    private void NoteRefusal(MeetingOutcome outcome, int clusterA, int clusterB, int? rival = null)
    {
        if (meetings is null)
        {
            return;
        }

        var worst = (Pair: (clusterA, clusterB), Bits: float.PositiveInfinity, Walls: Walls.None, Rank: int.MaxValue);
        foreach (var a in Sample(_clusters.Members(clusterA)))
        {
            foreach (var b in Sample(_clusters.Members(clusterB)))
            {
                var bits = _scores.Get(a, b, out var walls);
                walls = _always.Contains(Ordered(a, b)) ? Walls.None : walls;
                var rank = RankOf(a, b, bits, walls);
                if (rank < worst.Rank || (rank == worst.Rank && bits < worst.Bits))
                {
                    worst = ((a, b), bits, walls, rank);
                }
            }
        }

        // A person's or a source's wall keeps large clusters apart although no pair of the samples meets it.
        if (worst.Rank > 0 && FindWall(clusterA, clusterB, OuterWalls) is { } parted)
        {
            var bits = _scores.Get(parted.A, parted.B, out var walls);
            worst = (parted, bits, walls, 0);
        }

        Note(
            outcome, worst.Pair, worst.Bits, worst.Walls, clusterA, clusterB, worst.Rank == 0 ? null : Mean(clusterA, clusterB),
            rival is { } r ? Ids(_clusters.Members(r)) : []);
    }

    private double? Mean(int clusterA, int clusterB)
    {
        var mean = MeanCross(_clusters.Members(clusterA), _clusters.Members(clusterB));
        return double.IsNegativeInfinity(mean) ? null : mean;
    }

    private void Note(MeetingOutcome outcome, (int A, int B) pair, float bits, Walls walls, int clusterA, int clusterB, double? mean, long[] rival) =>
        meetings!.Add(new ClusterMeeting(
            outcome, records.Id(_members[pair.A]), records.Id(_members[pair.B]), bits, Ids(_clusters.Members(clusterA)), Ids(_clusters.Members(clusterB)), mean, walls, rival));

    /// <summary>Orders the pairs of two clusters by what weighs most: what people and sources say, walls of values, what
    /// counts in the mean, and last what says nothing.</summary>
    private int RankOf(int a, int b, float bits, Walls walls) => (walls & OuterWalls) != Walls.None ? 0
        : walls != Walls.None ? 1
        : IsTelling(a, b, ref bits) ? 2
        : 3;

    /// <summary>Takes the same members that the mean is taken over.</summary>
    private static int[] Sample(ReadOnlySpan<int> members)
    {
        var sample = new int[Math.Min(members.Length, SampleMax)];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = members[(int)((long)i * members.Length / sample.Length)];
        }

        return sample;
    }
}
