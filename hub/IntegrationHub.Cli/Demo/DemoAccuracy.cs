using IntegrationHub.Identity;

namespace IntegrationHub.Cli.Demo;

/// <summary>How the customers compare with who really is who.</summary>
internal sealed record DemoAccuracy(long Records, double Precision, double Recall, double F1)
{
    public static DemoAccuracy Of(EvaluationResult result) =>
        new(result.Records, result.Pairwise.Precision, result.Pairwise.Recall, result.Pairwise.F1);
}
