using System.Buffers;
using System.Threading.Channels;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Turns a resolution into customers with golden records and writes them in steps; each step leaves the store
/// consistent, because customers that exchange records are always written together.</summary>
internal sealed class ResolutionWriter(
    IHubStore store,
    GoldenBuilder golden,
    IReadOnlyDictionary<int, Source> sources,
    ResolverIndex index,
    TimeProvider clock,
    IProgress<ResolveProgress>? progress)
{
    private const int QueueLength = 2;

    internal async Task<int> WriteAsync(
        Resolution resolution, IReadOnlyList<(long RecordId, long Change)> pending, CancellationToken cancellationToken)
    {
        var changes = pending.ToDictionary(p => p.RecordId, p => p.Change);
        var queue = Channel.CreateBounded<ResolutionBatch>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writer = Task.Run(() => ApplyAsync(queue.Reader, resolution.Clusters.Count, stop), CancellationToken.None);
        try
        {
            await BuildAsync(resolution, changes, queue.Writer, stop.Token);
        }
        catch (OperationCanceledException) when (writer.IsFaulted)
        {
            // The writer's own failure is the one to tell.
        }
        finally
        {
            queue.Writer.TryComplete();
        }

        var entries = await writer;
        cancellationToken.ThrowIfCancellationRequested();
        return entries;
    }

    /// <summary>Writes a resolution of all records together with the model it was made by, in one transaction.</summary>
    internal async Task<(int Epoch, int Changes)> SwitchAsync(
        Resolution resolution,
        IReadOnlyList<(long RecordId, long Change)> pending,
        ModelSwitch target,
        CancellationToken cancellationToken)
    {
        var changes = pending.ToDictionary(p => p.RecordId, p => p.Change);
        AddGone(resolution, changes);
        var queue = Channel.CreateBounded<ResolutionBatch>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var building = Task.Run(() => BuildAndCompleteAsync(resolution, changes, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            var written = await store.Customers.SwitchAsync(target, queue.Reader.ReadAllAsync(CancellationToken.None), clock.GetUtcNow(), cancellationToken);
            index.AnchorOf.Clear();
            foreach (var cluster in resolution.Clusters)
            {
                foreach (var member in cluster)
                {
                    index.AnchorOf[member] = cluster[0];
                }
            }

            return written;
        }
        finally
        {
            await stop.CancelAsync();
            await building;
        }
    }

    // A record that went while the others were being loaded is in no cluster, but its customer must be told.
    private void AddGone(Resolution resolution, Dictionary<long, long> changes)
    {
        var live = resolution.Clusters.SelectMany(c => c).ToHashSet();
        foreach (var record in index.AnchorOf.Keys)
        {
            if (!live.Contains(record))
            {
                changes.TryAdd(record, 0);
            }
        }
    }

    private async Task BuildAndCompleteAsync(
        Resolution resolution, Dictionary<long, long> changes, ChannelWriter<ResolutionBatch> queue, CancellationToken cancellationToken)
    {
        try
        {
            await BuildAsync(resolution, changes, queue, cancellationToken);
            queue.Complete();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever stopped the building is told to the one who waits at the other end, and undoes what was written.
            queue.TryComplete(e);
        }
    }

    private async Task BuildAsync(
        Resolution resolution, Dictionary<long, long> changes, ChannelWriter<ResolutionBatch> queue, CancellationToken cancellationToken)
    {
        var batch = new ResolutionBatch();
        if (index.AnchorOf.Count > 0)
        {
            batch.Touched.AddRange(resolution.Touched);
        }

        batch.Doubtful.AddRange(resolution.Doubtful);
        var group = new List<long[]>();
        var rows = 0;
        foreach (var exchange in ExchangeGroups.Of(resolution, index.AnchorOf, changes.Keys))
        {
            group.AddRange(exchange.Clusters);
            batch.Orphans.AddRange(exchange.Orphans);
            rows += exchange.Clusters.Sum(c => c.Length) + exchange.Orphans.Count;
            if (rows >= ResolverIndex.ChunkRecordsMax)
            {
                await FillAsync(batch, group, changes, cancellationToken);
                await queue.WriteAsync(batch, cancellationToken);
                (batch, rows) = (new ResolutionBatch(), 0);
                group.Clear();
            }
        }

        await FillAsync(batch, group, changes, cancellationToken);
        await queue.WriteAsync(batch, cancellationToken);
    }

    private async Task FillAsync(
        ResolutionBatch batch, List<long[]> clusters, Dictionary<long, long> changes, CancellationToken cancellationToken)
    {
        var records = await store.Records.GetAsync([.. clusters.SelectMany(c => c)], cancellationToken);
        var next = 0;
        var output = new ArrayBufferWriter<byte>(2048);
        var inputs = new List<GoldenInput>();
        foreach (var members in clusters)
        {
            inputs.Clear();
            for (var i = 0; i < members.Length; i++, next++)
            {
                var record = records[next];
                var source = sources[record.SourceId];
                inputs.Add(new GoldenInput(record, source.Name, source.Trust));
                if (changes.TryGetValue(record.Id, out var change))
                {
                    batch.Settled.Add((record.Id, change));
                    AddTokens(batch, record);
                }
            }

            output.ResetWrittenCount();
            golden.WriteValues(inputs, output);
            batch.Customers.Add(new ResolvedCustomer(members[0], members, output.WrittenSpan.ToArray()));
        }

        foreach (var orphan in batch.Orphans)
        {
            batch.Settled.Add((orphan, changes[orphan]));
        }
    }

    private static void AddTokens(ResolutionBatch batch, SourceRecord record)
    {
        foreach (var field in record.Fields)
        {
            if (LookupToken.Covers(field.Name))
            {
                batch.Tokens.Add((LookupToken.Of(field.Name, field.Value), record.Id));
            }
        }
    }

    private async Task<int> ApplyAsync(ChannelReader<ResolutionBatch> queue, int customers, CancellationTokenSource stop)
    {
        var entries = 0;
        var done = 0;
        try
        {
            await foreach (var batch in queue.ReadAllAsync(CancellationToken.None))
            {
                entries += await store.Customers.ApplyAsync(batch, clock.GetUtcNow(), CancellationToken.None);
                Remember(batch);
                done += batch.Customers.Count;
                progress?.Report(new ResolveProgress("write", customers == 0 ? 1 : done / (double)customers));
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        return entries;
    }

    // Runs beside BuildAsync, which has taken what it needs from the old anchors before the first step is written.
    private void Remember(ResolutionBatch batch)
    {
        foreach (var customer in batch.Customers)
        {
            foreach (var member in customer.Members)
            {
                index.AnchorOf[member] = customer.AnchorId;
            }
        }

        foreach (var orphan in batch.Orphans)
        {
            index.AnchorOf.Remove(orphan);
        }
    }
}
