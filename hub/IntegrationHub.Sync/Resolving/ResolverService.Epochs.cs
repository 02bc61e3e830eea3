using IntegrationHub.Core.Matching;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Sync.Resolving;

/// <content>Models and epochs.</content>
public sealed partial class ResolverService
{
    /// <summary>Resolves every live record under another model in shadow, says what would change and, unless it is a dry run,
    /// puts model and customers in use in one transaction. What is pending is settled under the old model first.</summary>
    /// <param name="request">Which model.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work; the old model stays in use.</param>
    /// <returns>What changes.</returns>
    public async Task<EpochOutcome> SwitchAsync(
        EpochRequest request, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        await _turn.WaitAsync(cancellationToken);
        try
        {
            await ResolveInTurnAsync(mayLearn: false, progress, cancellationToken);
            return await SwitchInTurnAsync(request, progress, cancellationToken);
        }
        catch
        {
            // As after a failed resolution: the store is right, so the next call builds the index anew.
            _index = null;
            _current = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads a model as a file or the store has it.</summary>
    /// <exception cref="AdminException">It is no model.</exception>
    internal static MatchModel Read(string json, string where)
    {
        try
        {
            return MatchModel.FromJson(json);
        }
        catch (FormatException e)
        {
            throw new AdminException(
                AdminFailure.WrongUse, $"{where} is no match model: {e.Message}", "what 'hub match model export' writes", "hub match model use 0", e);
        }
    }

    private async Task<EpochOutcome> SwitchInTurnAsync(
        EpochRequest request, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var before = await ModelInUseAsync(cancellationToken);
        var model = request.Training is not null ? await TrainAsync(request.Training, progress, cancellationToken)
            : request.Version is { } version ? Read(version.Json, "The model") : _shipped;
        if (!request.IsByPerson && model.HasSameNumbersAs(before))
        {
            var use = await _store.Models.GetUseAsync(cancellationToken);
            return new EpochOutcome(use.Epoch, _index?.Engine.Count ?? 0, 0, PartitionDifference.None, [], model.Training);
        }

        // Two indexes of a large store at once would be the most memory the hub ever takes.
        _index = null;
        var shadow = new EpochSwitch(_store, _golden, _clock, progress);
        var difference = await shadow.ResolveAsync(model, await DeduplicatedAsync(cancellationToken), cancellationToken);
        var weights = ModelWeights.Compare(before, model);
        var epoch = (await _store.Models.GetUseAsync(cancellationToken)).Epoch;
        var changes = 0;
        if (!request.IsDryRun)
        {
            var target = TargetOf(request, model, shadow.Index.Engine.Count, EpochReport.Write(difference, weights));
            (epoch, changes) = await shadow.WriteAsync(target, cancellationToken);
            (_index, _current) = (shadow.Index, new EpochModel(epoch, model));
            _logger.EpochSwitched(epoch, difference.CustomersBefore, difference.CustomersAfter, changes);
        }

        return new EpochOutcome(epoch, shadow.Index.Engine.Count, changes, difference, weights, model.Training);
    }

    private async Task<MatchModel> TrainAsync(
        ModelTraining training, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var index = _index;
        if (index is null)
        {
            index = new ResolverIndex(await ModelInUseAsync(cancellationToken), _store);
            await index.LoadAllAsync([], [], progress, cancellationToken);
        }

        var known = await _store.Models.ListAsync(cancellationToken);
        var newest = known.Count == 0 ? 0 : known[0].Epoch;
        progress?.Report(new ResolveProgress("train", 0));
        return training(index.Engine, newest + 1, cancellationToken);
    }

    private ModelSwitch TargetOf(EpochRequest request, MatchModel model, int records, string report)
    {
        if (request.Training is null && request.Version is not { Epoch: 0 })
        {
            return new ModelSwitch(request.Version?.Epoch ?? 0, null, request.IsPinned);
        }

        var isTrained = request.Training is not null;
        var version = new ModelVersion
        {
            Origin = !isTrained ? ModelOrigin.HandedIn : request.IsByPerson ? ModelOrigin.TrainedByPerson : ModelOrigin.TrainedByItself,
            CreatedAt = _clock.GetUtcNow(),
            CreatedBy = request.By,
            Records = isTrained ? records : 0,
            Json = model.ToJson(),
            Report = report,
        };
        return new ModelSwitch(0, version, request.IsPinned);
    }

    private async Task<MatchModel> ModelInUseAsync(CancellationToken cancellationToken)
    {
        var epoch = (await _store.Models.GetUseAsync(cancellationToken)).Epoch;
        if (_current is { } known && known.Epoch == epoch)
        {
            return known.Model;
        }

        var model = epoch == 0 ? _shipped
            : Read((await _store.Models.FindAsync(epoch, cancellationToken))!.Json, $"The model of epoch {epoch}");
        _current = new EpochModel(epoch, model);
        return model;
    }
}
