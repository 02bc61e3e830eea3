using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Clustering;

/// <summary>One end of a scored pair, kept with the other record.</summary>
/// <param name="Other">The slot of the record at the other end.</param>
/// <param name="Bits">The score.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edge(int Other, float Bits);
