using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Training;

/// <summary>A comparison vector and how many pairs have it.</summary>
/// <param name="Vector">The vector, see <see cref="ComparisonLayout"/>.</param>
/// <param name="Count">The pairs.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CountedVector(UInt128 Vector, double Count);
