namespace IntegrationHub.Connectors.Email.Spam;

/// <summary>Learned weights, in the order of <see cref="SpamFeatures.Names"/>; positive speaks for advertising.</summary>
internal static class SpamWeights
{
    internal static double[] Values { get; } =
    [
        -0.46, -4.63, -1.65, 0.19, -1.75, 1.83, 0.95, 2.09, 1.41, 1.32, -1.16, 2.26, 2.44, 1.22, 1.51, 1.19, 2.28, 2.01, 1.56, -1.86, 0.83,
    ];
}
