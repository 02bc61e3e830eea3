namespace IntegrationHub.Connectors.Email.Spam;

/// <summary>Learned weights, in the order of <see cref="SpamFeatures.Names"/>; positive speaks for advertising.</summary>
internal static class SpamWeights
{
    internal static double[] Values { get; } =
    [
        -0.54, -4.63, -1.64, 0.16, -1.67, 1.81, 0.90, 1.85, 1.04, 1.29, -1.10, 2.17, 2.39, 1.22, 1.28, 1.19, 2.26, 1.99, 1.52, -1.84, 0.81,
    ];
}
