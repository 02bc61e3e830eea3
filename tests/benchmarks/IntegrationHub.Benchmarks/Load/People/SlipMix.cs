namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>How often which kind of slip happens where a source takes down what people say.</summary>
/// <param name="Typed">Weight of slips of the keyboard.</param>
/// <param name="Heard">Weight of words written as they sound.</param>
/// <param name="Scanned">Weight of misread scans.</param>
internal sealed record SlipMix(double Typed, double Heard, double Scanned)
{
    /// <summary>Gets the weights in the order of the parameters.</summary>
    public double[] Weights { get; } = [Typed, Heard, Scanned];
}
