using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Models;

/// <summary>How often a level is met.</summary>
/// <param name="M">Among pairs of one customer.</param>
/// <param name="U">Among pairs of different customers.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LevelProbabilities(double M, double U);
