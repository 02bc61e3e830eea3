namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>How long and how much a connector may take. Times are of the wall, not of the connector's clock.</summary>
public sealed record ConformanceLimits
{
    /// <summary>Gets how long a cancelled call may go on.</summary>
    /// <value>Defaults to five seconds, as long as the hub waits before it leaves a connector behind.</value>
    public TimeSpan CancelWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how long making and describing a connector may take.</summary>
    /// <value>Defaults to one second.</value>
    public TimeSpan ConstructWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how long one call may take before it counts as endless.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan CallWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how many people the check for flat memory reads.</summary>
    /// <value>Defaults to 100,000.</value>
    public int ManyPeople { get; init; } = 100_000;

    /// <summary>Gets how much more live memory may be in use while <see cref="ManyPeople"/> are read than before.</summary>
    /// <value>Defaults to 64 MiB. The people take about 100 MiB, so a connector that keeps them does not pass.</value>
    public long MemoryBytesMax { get; init; } = 64L * 1024 * 1024;

    /// <summary>Gets at how many places a read is cut off at most; the places are spread evenly.</summary>
    /// <value>Defaults to 50.</value>
    public int CutsMax { get; init; } = 50;
}
