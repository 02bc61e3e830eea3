using System.Runtime.InteropServices;

namespace IntegrationHub.Identity;

/// <summary>Precision, recall and F1, each 0 to 1.</summary>
/// <param name="Precision">Share of what was joined that belongs together.</param>
/// <param name="Recall">Share of what belongs together that was joined.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EvaluationFigures(double Precision, double Recall)
{
    /// <summary>Gets the harmonic mean of both.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}
