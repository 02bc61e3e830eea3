using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity;

/// <content>Learning a model from the records held.</content>
public sealed partial class IdentityEngine
{
    /// <summary>Learns a model from the records held, without labels.</summary>
    /// <param name="version">The version to give it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The model; the same records give the same one in whatever order they came.</returns>
    public MatchModel Train(int version, CancellationToken cancellationToken) =>
        new ModelTrainer(new TrainingRecords(_records, _words, _values, _names), MatchModel.Shipped).Train(version, cancellationToken);
}
