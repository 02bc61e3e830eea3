using System.Buffers;
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

    private readonly List<long[]> _clusters = [];
    private readonly List<(long Token, long RecordId)> _tokens = [];
    private readonly List<(long RecordId, long Change)> _settled = [];
    private readonly ArrayBufferWriter<byte> _output = new(2_048);
    private readonly List<GoldenInput> _inputs = [];
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
        Settle(orphan);
        Rows++;
    }

    /// <summary>Hands over the step and starts the next.</summary>
    internal async Task<ResolutionBatch> TakeAsync(bool isLast, CancellationToken cancellationToken)
    {
        var ids = new long[_clusters.Sum(c => c.Length)];
        var count = 0;
        foreach (var cluster in _clusters)
        {
            cluster.CopyTo(ids, count);
            count += cluster.Length;
        }

        Fill(await store.Records.GetAsync(ids, cancellationToken));
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

    private void Fill(IReadOnlyList<SourceRecord> records)
    {
        var next = 0;
        foreach (var members in _clusters)
        {
            _inputs.Clear();
            for (var i = 0; i < members.Length; i++, next++)
            {
                var record = records[next];
                var source = sources[record.SourceId];
                _inputs.Add(new GoldenInput(record, source.Name, source.Trust));
                if (Settle(record.Id))
                {
                    AddTokens(record);
                }
            }

            _output.ResetWrittenCount();
            golden.WriteValues(_inputs, _output);
            _batch.Customers.Add(new ResolvedCustomer(members[0], members, _output.WrittenSpan.ToArray()));
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

    private bool Settle(long record)
    {
        var index = pending.IndexOf(record);
        if (index >= 0)
        {
            _settled.Add(pending[index]);
        }

        return index >= 0;
    }

    private void AddTokens(SourceRecord record)
    {
        var fields = record.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (LookupToken.Covers(field.Name))
            {
                _tokens.Add((LookupToken.Of(field.Name, field.Value), record.Id));
            }
        }
    }
}
