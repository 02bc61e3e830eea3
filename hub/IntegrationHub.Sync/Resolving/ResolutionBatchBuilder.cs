using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Sync.Suppression;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Fills the steps of a resolution: reads the records of its clusters and builds their golden records.</summary>
/// <remarks>Tokens are hashes and lie all over their index, so a step that writes some touches all of it. They are therefore gathered over
/// many steps, and the pending marks with them: a hub that dies in between finds the records pending, sees that their customers stand,
/// and writes the tokens then.</remarks>
internal sealed class ResolutionBatchBuilder(
    IHubStore store, GoldenBuilder golden, IReadOnlyDictionary<int, Source> sources, PendingMarks pending)
{
    private const int SettledTogetherMax = 250_000;
    private const int TwoPartsRowsMin = 64;

    private readonly CustomerPart _first = new(store, golden, sources, pending);
    private readonly CustomerPart _second = new(store, golden, sources, pending);
    private readonly List<long[]> _clusters = [];
    private readonly List<(long Token, long RecordId)> _tokens = [];
    private readonly List<(long RecordId, long Change)> _settled = [];
    private ResolutionBatch _batch = new();

    /// <summary>Gets how many records the step holds.</summary>
    internal int Rows { get; private set; }

    /// <summary>Puts what belongs to the resolution as a whole into its first step.</summary>
    internal void Start(IReadOnlyList<long> touched, IReadOnlyList<DoubtfulPair> doubtful)
    {
        _batch.Touched.AddRange(touched);
        _batch.Doubtful.AddRange(doubtful);
    }

    internal void Add(long[] cluster)
    {
        _clusters.Add(cluster);
        Rows += cluster.Length;
    }

    internal void AddOrphan(long orphan)
    {
        _batch.Orphans.Add(orphan);
        if (pending.IndexOf(orphan) is >= 0 and var mark)
        {
            _settled.Add(pending[mark]);
        }

        Rows++;
    }

    /// <summary>Hands over the step and starts the next.</summary>
    internal async Task<ResolutionBatch> TakeAsync(bool isLast, CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        FindEntries(await store.Records.GetAsync(_batch.Orphans, cancellationToken));
        if (isLast || _settled.Count >= SettledTogetherMax)
        {
            _batch.Tokens.AddRange(_tokens);
            _batch.Settled.AddRange(_settled);
            _tokens.Clear();
            _settled.Clear();
        }

        var batch = _batch;
        (_batch, Rows) = (new ResolutionBatch(), 0);
        _clusters.Clear();
        return batch;
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var clusters = _clusters.ToArray().AsMemory();
        var half = Rows < TwoPartsRowsMin ? clusters.Length : clusters.Length / 2;
        await Task.WhenAll(_first.MakeAsync(clusters[..half], cancellationToken), _second.MakeAsync(clusters[half..], cancellationToken));
        foreach (var part in new[] { _first, _second })
        {
            _batch.Customers.AddRange(part.Customers);
            _tokens.AddRange(part.Tokens);
            _settled.AddRange(part.Settled);
        }
    }

    // What is in no customer is deleted, or an entry of a suppression list, which is looked up like anybody.
    private void FindEntries(IReadOnlyList<SourceRecord> orphans)
    {
        foreach (var orphan in orphans)
        {
            if (!orphan.IsDeleted && SuppressionEntry.Is(orphan))
            {
                SuppressionEntry.AddTokens(orphan, _tokens);
            }
        }
    }
}
