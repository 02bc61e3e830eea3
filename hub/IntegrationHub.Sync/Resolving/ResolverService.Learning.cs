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
            var before = await _store.Models.GetUseAsync(cancellationToken);
            var outcome = await ResolveInTurnAsync(!before.IsPinned, progress, cancellationToken);
            var after = await _store.Models.GetUseAsync(cancellationToken);
            return before.IsPinned || outcome.Records == 0 || after.Epoch != before.Epoch
                ? outcome
                : await LearnAgainAsync(outcome, progress, cancellationToken);
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
    private async Task LearnFirstAsync(ResolverIndex index, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var use = await _store.Models.GetUseAsync(cancellationToken);
        if (use.Epoch != 0 || index.Anchors.Count > 0 || !TrainingPolicy.IsDue(index.Engine.Count, last: null))
        {
            return;
        }

        progress?.Report(new ResolveProgress("train", 0));
        var model = index.Engine.Train(1, cancellationToken);
        var (epoch, _) = await _store.Customers.SwitchAsync(
            new ModelSwitch(0, VersionOf(model, index.Engine.Count), IsPinned: false), NoCustomersAsync(), _clock.GetUtcNow(), cancellationToken);
        index.ContinueUnder(model);
        _current = new EpochModel(epoch, model);
        if (index.Engine.Count > TrainingPolicy.AlwaysMax)
        {
            // Of many records, what training leaves behind would stand beside the index that is built next.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
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
