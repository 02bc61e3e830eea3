using System.Runtime.InteropServices;

namespace IntegrationHub.Plugins.Processes;

/// <summary>What became of the lines of a stream.</summary>
/// <param name="Given">Lines handed over.</param>
/// <param name="TooLong">Lines passed over because they were longer than the limit.</param>
/// <param name="NotText">Lines passed over because they were not UTF-8 or held a zero byte.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineCounts(long Given, long TooLong, long NotText)
{
    /// <summary>Gets how many lines were passed over: what was in them is lost, so the reading is not complete.</summary>
    public long Lost => TooLong + NotText;
}
