namespace IntegrationHub.Sync.Resolving;

/// <summary>Clusters and deleted records that exchange records and so are written in one step.</summary>
internal sealed class ExchangeGroup
{
    internal List<long[]> Clusters { get; } = [];

    internal List<long> Orphans { get; } = [];
}
