using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <summary>One event in the growth of a component's clusters, for explanations.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="RecordA">The record of the first group that the event is about.</param>
/// <param name="RecordB">The record of the second group. The two are the link that joined, or the pair that spoke most against it.</param>
/// <param name="Bits">The score of these two.</param>
/// <param name="GroupA">The first cluster as it was then.</param>
/// <param name="GroupB">The second.</param>
/// <param name="MeanBits">The mean clipped cross score; <see langword="null"/> behind walls.</param>
/// <param name="Walls">What stood between the two records.</param>
/// <param name="Rival">The records of the rival, when it was ambiguous.</param>
internal sealed record ClusterMeeting(
    MeetingOutcome Outcome, long RecordA, long RecordB, float Bits, long[] GroupA, long[] GroupB, double? MeanBits, Walls Walls, long[] Rival)
{
    public bool IsJoin => Outcome is MeetingOutcome.Decided or MeetingOutcome.Joined;

    public bool IsBetween(long recordA, long recordB) =>
        (GroupA.Contains(recordA) && GroupB.Contains(recordB)) || (GroupA.Contains(recordB) && GroupB.Contains(recordA));
}
