using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <content>Learning by itself.</content>
public sealed partial class ResolverService
{
    private const string Itself = "hub";

    /// <summary>Settles everything that is pending and, when it is time, learns the model anew, unless a person pinned it. Call it
    /// after a sync; single changes are settled by <see cref="ResolveAsync"/>.</summary>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops between two steps; what is not settled stays pending.</param>
    /// <returns>What was done.</returns>
    public async Task<ResolveOutcome> ResolveAndLearnAsync(IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var use = await _store.Models.GetUseAsync(cancellationToken);
            var isFresh = use.IsPinned || await LearnFirstAsync(use, progress, cancellationToken);
            var outcome = await ResolveInTurnAsync(progress, cancellationToken);
            return isFresh || outcome.Records == 0 ? outcome : await LearnAgainAsync(outcome, progress, cancellationToken);
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

    /// <summary>Learns before the first customers are made: nobody's id hangs on the model yet.</summary>
    private async Task<bool> LearnFirstAsync(ModelUse use, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        if (use.Epoch != 0 || _index is not null || (await _store.Customers.GetTotalsAsync(cancellationToken)).Customers > 0)
        {
            return false;
        }

        var pending = await _store.Records.GetPendingAsync(cancellationToken);
        if (!TrainingPolicy.IsDue(pending.Count, last: null))
        {
            return false;
        }

        var index = new ResolverIndex(_shipped, _store);
        await index.LoadAsync(
            pending, await _store.Decisions.ListAsync(cancellationToken), await DeduplicatedAsync(cancellationToken), progress, cancellationToken);
        progress?.Report(new ResolveProgress("train", 0));
        var model = index.Engine.Train(1, cancellationToken);
        var (epoch, _) = await _store.Customers.SwitchAsync(
            new ModelSwitch(0, VersionOf(model, index.Engine.Count), IsPinned: false), NoCustomersAsync(), _clock.GetUtcNow(), cancellationToken);
        _current = new EpochModel(epoch, model);
        return true;
    }

    private async Task<ResolveOutcome> LearnAgainAsync(
        ResolveOutcome outcome, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var use = await _store.Models.GetUseAsync(cancellationToken);
        var last = use.Epoch == 0 ? null : await _store.Models.FindAsync(use.Epoch, cancellationToken);
        if (!TrainingPolicy.IsDue(_index!.Engine.Count, last))
        {
            return outcome;
        }

        var request = new EpochRequest { By = Itself, Training = static (engine, version, token) => engine.Train(version, token), IsByPerson = false };
        var switched = await SwitchInTurnAsync(request, progress, cancellationToken);
        return outcome with { Changes = outcome.Changes + switched.Changes };
    }

    private ModelVersion VersionOf(MatchModel model, int records) => new()
    {
        Origin = ModelOrigin.TrainedByItself,
        CreatedAt = _clock.GetUtcNow(),
        CreatedBy = Itself,
        Records = records,
        Json = model.ToJson(),
        Report = "{}",
    };

    private static async IAsyncEnumerable<ResolutionBatch> NoCustomersAsync()
    {
        await Task.CompletedTask;
        yield break;
    }
}
