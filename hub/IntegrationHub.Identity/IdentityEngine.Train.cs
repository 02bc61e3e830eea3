using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity;

/// <content>Learning a model from the records held.</content>
public sealed partial class IdentityEngine
{
    private (MatchModel? Model, BlockIndex? Index) _trained;

    /// <summary>Learns a model from the records held, without labels.</summary>
    /// <param name="version">The version to give it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The model; the same records give the same one in whatever order they came.</returns>
    public MatchModel Train(int version, CancellationToken cancellationToken)
    {
        var (model, index) = new ModelTrainer(new TrainingRecords(_records, _words, _values, _names), MatchModel.Shipped).Train(version, cancellationToken);
        _trained = (model, index);
        return model;
    }

    /// <summary>Takes the blocks that training left, if they are those of a model and no record changed since.</summary>
    private BlockIndex? TakeTrained(MatchModel model)
    {
        var index = ReferenceEquals(_trained.Model, model) ? _trained.Index : null;
        _trained = default;
        return index;
    }
}
