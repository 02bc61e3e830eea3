using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <content>Walls that values do not raise, between large clusters: looked for by record, not by pair.</content>
internal sealed partial class GuardedClustering
{
    /// <summary>Finds two records of two clusters that a person parted or, if such walls are asked for, of one source free of duplicates.</summary>
    private (int A, int B)? FindWall(int a, int b, Walls kinds)
    {
        if (_clusters.Members(a).Length > _clusters.Members(b).Length)
        {
            return FindWall(b, a, kinds) is { } found ? (found.B, found.A) : null;
        }

        foreach (var member in _clusters.Members(a))
        {
            if (FindParted(member, b) is { } other)
            {
                return (member, other);
            }
        }

        foreach (var member in (kinds & Walls.DeduplicatedSource) != Walls.None ? _clusters.Members(a) : default)
        {
            if (FindDuplicate(member, b) is { } other)
            {
                return (member, other);
            }
        }

        return null;
    }

    /// <summary>Finds a record of a cluster that a person parted from a record.</summary>
    private int? FindParted(int member, int cluster)
    {
        foreach (var (other, isSame) in decisions.IsEmpty ? default : decisions.Of(records.Id(_members[member])))
        {
            if (!isSame && records.TryGetSlot(other, out var slot) && TryGetPlace(slot, out var place) && _clusters.ClusterOf(place) == cluster)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Finds a record of a cluster that is of the same source as a record, when the source promises one per customer.</summary>
    private int? FindDuplicate(int member, int cluster)
    {
        var source = records.Source(_members[member]);
        if (!deduplicatedSources.Contains(source))
        {
            return null;
        }

        foreach (var other in _clusters.Members(cluster))
        {
            if (records.Source(_members[other]) == source && !_always.Contains(Ordered(member, other)))
            {
                return other;
            }
        }

        return null;
    }
}
