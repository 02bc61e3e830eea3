using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Blocking;

/// <summary>Two records that may be one customer.</summary>
/// <param name="A">One record's slot.</param>
/// <param name="B">The other's.</param>
/// <param name="Weight">The chance that they are, times the pairs this one stands for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LikelyPair(int A, int B, double Weight);
