using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>One comparison's part of a score.</summary>
/// <param name="Level">What was found.</param>
/// <param name="Bits">What it adds.</param>
/// <param name="A">The first record's text, a number of the pool the level's comparison uses, or 0.</param>
/// <param name="B">The second record's text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(Level Level, float Bits, int A, int B);
