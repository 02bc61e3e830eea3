namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>What one reading process measured of itself.</summary>
/// <param name="People">The records of people that would have been stored.</param>
/// <param name="Interactions">The interactions that would have been stored.</param>
/// <param name="Seconds">From the start of the run to its end, the loading of the connector included.</param>
/// <param name="ProcessorSeconds">What the process used of all processors meanwhile; what the stand-in used is not in it.</param>
/// <param name="PeakBytes">The most memory that the process ever had resident.</param>
internal sealed record Reading(long People, long Interactions, double Seconds, double ProcessorSeconds, long PeakBytes)
{
    public long Records => People + Interactions;
}
