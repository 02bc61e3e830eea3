using IntegrationHub.Core.Matching;

namespace IntegrationHub.Identity.Clustering;

/// <summary>What became of components.</summary>
internal sealed class Settled
{
    /// <summary>Gets the clusters.</summary>
    public List<long[]> Clusters { get; } = [];

    /// <summary>Gets the pairs that a person should look at.</summary>
    public List<DoubtfulPair> Doubtful { get; } = [];

    /// <summary>Gets or sets how many pairs were scored beside those that keys propose.</summary>
    public long ScoredPairs { get; set; }

    /// <summary>Gets or sets how many pairs score as one customer.</summary>
    public long LinkedPairs { get; set; }

    /// <summary>Adds what became of others.</summary>
    public void Add(Settled other)
    {
        Clusters.AddRange(other.Clusters);
        Doubtful.AddRange(other.Doubtful);
        ScoredPairs += other.ScoredPairs;
        LinkedPairs += other.LinkedPairs;
    }
}
