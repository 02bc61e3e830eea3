using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Models;

/// <summary>How often a level is met, by what two records are to each other.</summary>
/// <param name="M">Among pairs of one customer.</param>
/// <param name="U">Among pairs of strangers.</param>
/// <param name="H">Among pairs of different people who share a home or an office.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LevelProbabilities(double M, double U, double H);
