using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Identity;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Keeps customers true to their records: settles what is pending, writes customers and golden records.</summary>
/// <remarks>The index of all records lives in memory beside the store; it is built from the store on first use. One
/// resolution at a time; calls wait for each other. Thread-safe.</remarks>
public sealed partial class ResolverService : IDisposable
{
    private readonly IHubStore _store;
    private readonly MatchModel _shipped;
    private readonly GoldenBuilder _golden;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1);
    private ResolverIndex? _index;
    private EpochModel? _current;

    /// <summary>Creates the service.</summary>
    /// <param name="store">The store.</param>
    /// <param name="shipped">The match model that ships with the hub; it is used until the store says otherwise.</param>
    /// <param name="policy">How values survive.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The log.</param>
    public ResolverService(
        IHubStore store, MatchModel shipped, SurvivorshipPolicy policy, TimeProvider clock, ILogger<ResolverService> logger)
    {
        _store = store;
        _shipped = shipped;
        _golden = new GoldenBuilder(policy);
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Settles everything that is pending.</summary>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops between two steps; what is not settled stays pending.</param>
    /// <returns>What was done.</returns>
    public async Task<ResolveOutcome> ResolveAsync(IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ResolveInTurnAsync(mayLearn: false, progress, cancellationToken);
        }
        catch
        {
            // The index may be ahead of the store now; the store is right, so the next call builds it anew.
            _index = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Explains why two records are, or are not, the same customer. Needs no index.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">The other.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The explanation.</returns>
    public async Task<PairExplanation> ExplainAsync(
        SourceRecord recordA, SourceRecord recordB, CancellationToken cancellationToken) =>
        (await ExplainAsync([(recordA, recordB)], cancellationToken))[0];

    /// <summary>Explains several pairs. Needs no index.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An explanation for each pair.</returns>
    public async Task<IReadOnlyList<PairExplanation>> ExplainAsync(
        IReadOnlyList<(SourceRecord RecordA, SourceRecord RecordB)> pairs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pairs);

        return await ExplainUnderAsync(await ModelInUseAsync(cancellationToken), pairs, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Explains a pair as another model would see it. Needs no index.</summary>
    internal async Task<PairExplanation> ExplainUnderAsync(
        MatchModel model, SourceRecord recordA, SourceRecord recordB, CancellationToken cancellationToken) =>
        (await ExplainUnderAsync(model, [(recordA, recordB)], cancellationToken))[0];

    private async Task<IReadOnlyList<PairExplanation>> ExplainUnderAsync(
        MatchModel model, IReadOnlyList<(SourceRecord RecordA, SourceRecord RecordB)> pairs, CancellationToken cancellationToken)
    {
        var engine = new IdentityEngine(model);
        foreach (var (recordA, recordB) in pairs)
        {
            engine.Upsert(recordA.Id, recordA.SourceId, recordA.Fields);
            engine.Upsert(recordB.Id, recordB.SourceId, recordB.Fields);
        }

        engine.SetDecisions(await _store.Decisions.ListAsync(cancellationToken));
        engine.SetDeduplicatedSources(await DeduplicatedAsync(cancellationToken));
        return [.. pairs.Select(p => engine.Explain(p.RecordA.Id, p.RecordB.Id))];
    }

    private async Task<ResolveOutcome> ResolveInTurnAsync(
        bool mayLearn, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var pending = await _store.Records.GetPendingAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return new ResolveOutcome(0, 0, 0, null);
        }

        var decisions = await _store.Decisions.ListAsync(cancellationToken);
        var deduplicated = await DeduplicatedAsync(cancellationToken);
        if (_index is null)
        {
            _index = new ResolverIndex(await ModelInUseAsync(cancellationToken), _store);
            await _index.LoadAsync(pending, decisions, deduplicated, progress, cancellationToken);
            _logger.ResolverLoaded(_index.Engine.Count, pending.Count, _clock.GetElapsedTime(started));
        }
        else
        {
            _index.Engine.SetDecisions(decisions);
            _index.Engine.SetDeduplicatedSources(deduplicated);
            await _index.RefreshAsync(pending, cancellationToken);
        }

        if (mayLearn)
        {
            await LearnFirstAsync(_index, progress, cancellationToken);
        }

        var matching = progress is null ? null : new Progress<double>(done => progress.Report(new ResolveProgress("match", done)));
        var matchingStarted = _clock.GetTimestamp();
        var resolution = _index.Engine.Resolve(matching, cancellationToken);
        var matchingTook = _clock.GetElapsedTime(matchingStarted);
        var sources = (await _store.Sources.ListAsync(cancellationToken)).ToDictionary(s => s.Id);
        var writer = new ResolutionWriter(_store, _golden, sources, _index, _clock, progress);
        var changes = await writer.WriteAsync(resolution, pending, cancellationToken);
        _logger.Resolved(pending.Count, resolution.Clusters.Count, _clock.GetElapsedTime(started), matchingTook, resolution.Statistics.CandidatePairs, changes);
        return new ResolveOutcome(pending.Count, resolution.Clusters.Count, changes, resolution.Statistics);
    }

    private async Task<int[]> DeduplicatedAsync(CancellationToken cancellationToken) =>
        [.. (await _store.Sources.ListAsync(cancellationToken)).Where(s => s.IsDeduplicated).Select(s => s.Id)];
}
