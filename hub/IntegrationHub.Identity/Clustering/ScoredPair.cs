using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Clustering;

/// <summary>Two records and their score.</summary>
/// <param name="A">One record.</param>
/// <param name="B">The other.</param>
/// <param name="Bits">The score.</param>
/// <param name="IsWalled">Whether values raise a wall between the two.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoredPair(int A, int B, float Bits, bool IsWalled);
