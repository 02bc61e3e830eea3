using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Explaining;

/// <summary>Turns a meeting of two clusters that stayed apart into a reason.</summary>
internal static class ApartReasons
{
    public static ApartReason Of(ClusterMeeting meeting, ModelLimits limits)
    {
        var worst = new RecordPairScore(meeting.RecordA, meeting.RecordB, meeting.Bits);
        if (meeting.Outcome == MeetingOutcome.Ambiguous)
        {
            return new ApartReason(ApartCause.Ambiguous) { Worst = worst, Rival = meeting.Rival };
        }

        if (meeting.MeanBits is { } mean)
        {
            return new ApartReason(ApartCause.Guard) { Worst = worst, MeanBits = mean, FloorBits = limits.ClusterFloor };
        }

        var isDecided = (meeting.Walls & Walls.Decision) != Walls.None;
        return new ApartReason(isDecided ? ApartCause.Decision : ApartCause.Wall) { Worst = worst, Walls = WallTexts.Of(meeting.Walls) };
    }
}
