using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Explaining;

namespace IntegrationHub.Identity;

/// <content>Explaining what clustering did. All records that matter must be held, not only the ones asked for.</content>
public sealed partial class IdentityEngine
{
    /// <summary>Tells how the customer of a record came about, by clustering its surroundings again. Settles nothing.</summary>
    /// <param name="recordId">Any record of the customer.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The merges in order: people's decisions first, then links by weight.</returns>
    /// <exception cref="KeyNotFoundException">The record is not held.</exception>
    public MergeHistory ExplainMerges(long recordId, CancellationToken cancellationToken)
    {
        var meetings = new List<ClusterMeeting>();
        var records = ClusterAgain(recordId, meetings, cancellationToken);
        var steps = meetings.Where(m => m.IsJoin && records.Contains(m.RecordA)).Select(m => new MergeStep(
            m.RecordA, m.RecordB, m.Bits, m.Outcome == MeetingOutcome.Decided, m.GroupA, m.GroupB, m.MeanBits));
        return new MergeHistory(records, [.. steps], _model.Limits.ClusterFloor);
    }

    /// <summary>Says why two records are not one customer, the records around them included. Settles nothing.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">Another.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The reason; <see cref="ApartCause.Pending"/> when there is none.</returns>
    /// <exception cref="KeyNotFoundException">One of them is not held.</exception>
    public ApartReason ExplainApart(long recordA, long recordB, CancellationToken cancellationToken)
    {
        var meetings = new List<ClusterMeeting>();
        if (ClusterAgain(recordA, meetings, cancellationToken).Contains(recordB))
        {
            return new ApartReason(ApartCause.Pending);
        }

        // The pair's own reason comes first; the last meeting is the one of the groups as they stayed.
        return Explain(recordA, recordB).WhyApart()
            ?? (meetings.FindLast(m => !m.IsJoin && m.IsBetween(recordA, recordB)) is { } meeting
                ? ApartReasons.Of(meeting, _model.Limits)
                : new ApartReason(ApartCause.NoKey));
    }

    /// <summary>Clusters the component of a record again.</summary>
    /// <returns>The records of the cluster that it ends up in.</returns>
    private long[] ClusterAgain(long recordId, List<ClusterMeeting> meetings, CancellationToken cancellationToken)
    {
        var slot = Slot(recordId);
        Settle();
        if (_edges.KnownCount > 0)
        {
            // What is known of changed records is known of what they said before.
            ForgetDirty();
        }

        var component = _components.Find([slot], cancellationToken)[0];
        var clusters = new List<long[]>();
        new GuardedClustering(_records, _edges, _decisions, _deduplicatedSources, _model.Limits, meetings).Cluster(component, clusters, []);
        return clusters.Find(c => c.Contains(recordId))!;
    }
}
