namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Follows an engine's resolutions into a whole partition, in terms of record keys.</summary>
internal sealed class Partitions
{
    private readonly Dictionary<long, long[]> _clusterOf = [];

    /// <summary>Takes in what a resolution says; touched records that are in no cluster are gone.</summary>
    public void Apply(Resolution resolution)
    {
        foreach (var record in resolution.Touched)
        {
            _clusterOf.Remove(record);
        }

        foreach (var cluster in resolution.Clusters)
        {
            foreach (var record in cluster)
            {
                _clusterOf[record] = cluster;
            }
        }
    }

    /// <summary>Writes the partition down in a way that no numbering shows in.</summary>
    public string Describe(Func<long, string> keyOf) => string.Join('\n', _clusterOf.Values.Distinct()
        .Select(cluster => string.Join(' ', cluster.Select(keyOf).Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal));
}
