using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Training;

/// <summary>A candidate pair of a sampled record.</summary>
/// <param name="A">The slot of the record that comes first in the canonical order.</param>
/// <param name="B">The other's slot.</param>
/// <param name="Keys">A bit for each kind of key that proposes the pair.</param>
/// <param name="Vector">What comparing them gives.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SampledPair(int A, int B, uint Keys, UInt128 Vector);
