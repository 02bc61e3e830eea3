using System.Runtime.InteropServices;

namespace IntegrationHub.Identity;

/// <summary>A customer within a comparison.</summary>
/// <param name="Anchor">The smallest record number of it.</param>
/// <param name="Records">How many records it has.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClusterSize(long Anchor, int Records);
