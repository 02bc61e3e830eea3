namespace IntegrationHub.Plugins.Bridges;

/// <summary>What a program said of a stream.</summary>
internal enum StreamStatus
{
    /// <summary>Nothing.</summary>
    Unknown = 0,

    /// <summary>It is being read.</summary>
    Running = 1,

    /// <summary>Everything was delivered.</summary>
    Complete = 2,

    /// <summary>It failed.</summary>
    Incomplete = 3,
}
