using System.Threading.Channels;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Suppression;

namespace IntegrationHub.Sync.Resolving;

/// <summary>The engine with every live record in it, and which customer each record was last written to.</summary>
internal sealed class ResolverIndex(MatchModel model, IHubStore store)
{
    internal const int ChunkRecordsMax = 5_000;
    private const int ChunksAhead = 2;

    internal IdentityEngine Engine { get; private set; } = new(model);

    /// <summary>Gets the anchor that each record's customer has in the store.</summary>
    internal AnchorTable Anchors { get; } = new();

    /// <summary>Goes on under another model with what is loaded; nothing is settled then.</summary>
    internal void ContinueUnder(MatchModel other) => Engine = Engine.ContinueUnder(other);

    internal async Task LoadAsync(
        IReadOnlyList<(long RecordId, long Change)> pending,
        IReadOnlyList<Decision> decisions,
        IReadOnlyCollection<int> deduplicated,
        IProgress<ResolveProgress>? progress,
        CancellationToken cancellationToken)
    {
        await StartAsync(decisions, deduplicated, cancellationToken);

        // Where most records wait, as in a first load or one that was cut short, looking at all of them is less work.
        var isWhole = pending.Count >= Anchors.Count / 2;
        var later = isWhole ? [] : await TouchedByAsync(pending, cancellationToken);
        var postponed = new List<SourceRecord>();
        var seen = 0;
        await foreach (var chunk in ReadAheadAsync(cancellationToken))
        {
            foreach (var record in chunk)
            {
                if (later.Contains(record.Id))
                {
                    postponed.Add(record);
                }
                else
                {
                    Engine.Upsert(record.Id, record.SourceId, record.Fields);
                }
            }

            seen += chunk.Count;
            progress?.Report(new ResolveProgress("load", seen / (double)(seen + ChunkRecordsMax)));
        }

        if (isWhole)
        {
            return;
        }

        // What was resolved before is settled; only what changed since, and its companions, is looked at again.
        Engine.MarkClean();
        foreach (var record in postponed)
        {
            Engine.Upsert(record.Id, record.SourceId, record.Fields);
        }
    }

    /// <summary>Loads every live record as if none had been resolved before; all are looked at by the next resolution.</summary>
    internal async Task LoadAllAsync(
        IReadOnlyList<Decision> decisions,
        IReadOnlyCollection<int> deduplicated,
        IProgress<ResolveProgress>? progress,
        CancellationToken cancellationToken)
    {
        await StartAsync(decisions, deduplicated, cancellationToken);
        await foreach (var chunk in ReadAheadAsync(cancellationToken))
        {
            foreach (var record in chunk)
            {
                Engine.Upsert(record.Id, record.SourceId, record.Fields);
            }

            progress?.Report(new ResolveProgress("load", Math.Min(1, Engine.Count / (double)Math.Max(1, Anchors.Count))));
        }
    }

    internal async Task RefreshAsync(IReadOnlyList<(long RecordId, long Change)> pending, CancellationToken cancellationToken)
    {
        foreach (var chunk in pending.Select(p => p.RecordId).Chunk(ChunkRecordsMax))
        {
            foreach (var record in await store.Records.GetAsync(chunk, cancellationToken))
            {
                if (record.IsDeleted || SuppressionEntry.Is(record))
                {
                    Engine.Remove(record.Id);
                }
                else
                {
                    Engine.Upsert(record.Id, record.SourceId, record.Fields);
                }
            }
        }
    }

    private async Task StartAsync(
        IReadOnlyList<Decision> decisions, IReadOnlyCollection<int> deduplicated, CancellationToken cancellationToken)
    {
        await foreach (var (record, anchor) in store.Customers.ReadMembershipAsync(cancellationToken))
        {
            Anchors.Set(record, anchor);
        }

        Engine.SetDecisions(decisions);
        Engine.SetDeduplicatedSources(deduplicated);
    }

    // Reading the store and filling the engine take a core each.
    private IAsyncEnumerable<List<SourceRecord>> ReadAheadAsync(CancellationToken cancellationToken)
    {
        var queue = Channel.CreateBounded<List<SourceRecord>>(
            new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true });
        _ = Task.Run(() => FillAsync(queue.Writer, cancellationToken), CancellationToken.None);
        return queue.Reader.ReadAllAsync(cancellationToken);
    }

    private async Task FillAsync(ChannelWriter<List<SourceRecord>> queue, CancellationToken cancellationToken)
    {
        try
        {
            var chunk = new List<SourceRecord>(ChunkRecordsMax);
            await foreach (var record in SuppressionEntry.ReadPeopleAsync(store.Records, cancellationToken))
            {
                chunk.Add(record);
                if (chunk.Count == ChunkRecordsMax)
                {
                    await queue.WriteAsync(chunk, cancellationToken);
                    chunk = new List<SourceRecord>(ChunkRecordsMax);
                }
            }

            await queue.WriteAsync(chunk, cancellationToken);
            queue.Complete();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever stopped the reading is told to the one who waits at the other end.
            queue.Complete(e);
        }
    }

    // A record that changed or went while nobody looked has left others behind that must be seen again: its companions, and
    // whoever was kept apart because it could have belonged to them as well as to somebody else.
    private async Task<HashSet<long>> TouchedByAsync(
        IReadOnlyList<(long RecordId, long Change)> pending, CancellationToken cancellationToken)
    {
        var touched = pending.Select(p => p.RecordId).ToHashSet();
        Anchors.AddMembers(touched.Select(Anchors.Of).Where(a => a != 0).ToHashSet(), touched);
        foreach (var chunk in touched.ToArray().Chunk(ChunkRecordsMax))
        {
            foreach (var pair in await store.Customers.ListDoubtfulOfAsync(chunk, cancellationToken))
            {
                touched.Add(pair.RecordA);
                touched.Add(pair.RecordB);
            }
        }

        return touched;
    }
}
