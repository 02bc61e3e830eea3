using IntegrationHub.Core.Matching;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Says where a model comes from.</summary>
internal static class OriginText
{
    public static string Of(ModelOrigin origin) => origin switch
    {
        ModelOrigin.Shipped => "ships with the hub",
        ModelOrigin.TrainedByItself => "trained by itself",
        ModelOrigin.TrainedByPerson => "trained on request",
        _ => "handed in",
    };
}
