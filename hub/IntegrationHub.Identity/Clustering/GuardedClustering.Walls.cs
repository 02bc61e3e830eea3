using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <content>Walls between large clusters: looked for by record, not by pair.</content>
internal sealed partial class GuardedClustering
{
    /// <summary>Says whether walls that values do not raise stand between any two records of two clusters.</summary>
    private bool IsWalled(int a, int b, Walls kinds)
    {
        var (few, many) = _clusters.Members(a).Length <= _clusters.Members(b).Length ? (a, b) : (b, a);
        foreach (var member in _clusters.Members(few))
        {
            if (IsParted(member, many) || ((kinds & Walls.DeduplicatedSource) != Walls.None && IsDuplicate(member, many)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether a person parted a record from a record of a cluster.</summary>
    private bool IsParted(int member, int cluster)
    {
        foreach (var (other, isSame) in decisions.IsEmpty ? default : decisions.Of(records.Id(_members[member])))
        {
            if (!isSame && records.TryGetSlot(other, out var slot) && TryGetPlace(slot, out var place) && _clusters.ClusterOf(place) == cluster)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether a cluster has a record of the same source, which promises one per customer.</summary>
    private bool IsDuplicate(int member, int cluster)
    {
        var source = records.Source(_members[member]);
        if (!deduplicatedSources.Contains(source))
        {
            return false;
        }

        foreach (var other in _clusters.Members(cluster))
        {
            if (records.Source(_members[other]) == source && !_always.Contains(Ordered(member, other)))
            {
                return true;
            }
        }

        return false;
    }
}
