using System.Threading.Channels;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
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
        var queue = Channel.CreateBounded<ResolutionBatch>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writer = Task.Run(() => ApplyAsync(queue.Reader, resolution.Clusters.Count, stop), CancellationToken.None);
        try
        {
            var marks = new PendingMarks(pending);
            await BuildAsync(resolution, marks, marks.MissingFrom(resolution.Clusters), queue.Writer, stop.Token);
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
        var queue = Channel.CreateBounded<ResolutionBatch>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var building = Task.Run(
            () => BuildAndCompleteAsync(resolution, new PendingMarks(pending), queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            var written = await store.Customers.SwitchAsync(target, queue.Reader.ReadAllAsync(CancellationToken.None), clock.GetUtcNow(), cancellationToken);
            index.Anchors.Clear();
            foreach (var cluster in resolution.Clusters)
            {
                foreach (var member in cluster)
                {
                    index.Anchors.Set(member, cluster[0]);
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

    private async Task BuildAndCompleteAsync(
        Resolution resolution, PendingMarks pending, ChannelWriter<ResolutionBatch> queue, CancellationToken cancellationToken)
    {
        try
        {
            await BuildAsync(resolution, pending, Gone(resolution, pending), queue, cancellationToken);
            queue.Complete();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever stopped the building is told to the one who waits at the other end, and undoes what was written.
            queue.TryComplete(e);
        }
    }

    // A record that went while the others were being loaded is in no cluster, but its customer must be told.
    private List<long> Gone(Resolution resolution, PendingMarks pending)
    {
        var gone = new SortedSet<long>(pending.MissingFrom(resolution.Clusters));
        gone.UnionWith(index.Anchors.MissingFrom(resolution.Clusters));
        return [.. gone];
    }

    private async Task BuildAsync(
        Resolution resolution,
        PendingMarks pending,
        List<long> orphans,
        ChannelWriter<ResolutionBatch> queue,
        CancellationToken cancellationToken)
    {
        var clusters = resolution.Clusters;
        var groups = ExchangeGroups.Of(clusters, orphans, index.Anchors);
        var builder = new ResolutionBatchBuilder(store, golden, sources, pending);
        builder.Start(index.Anchors.Count > 0 ? resolution.Touched : [], resolution.Doubtful);
        for (var first = 0; first < groups.Count; first++)
        {
            // Much of a component is as it was before: its golden records are the same values again.
            if (groups.IsAsBefore(first) && !pending.HoldsAny(clusters[first]))
            {
                continue;
            }

            for (var node = groups.IsFirst(first) ? first : -1; node >= 0; node = groups.Next(node))
            {
                if (node < clusters.Count)
                {
                    builder.Add(clusters[node]);
                }
                else
                {
                    builder.AddOrphan(orphans[node - clusters.Count]);
                }
            }

            if (builder.Rows >= ResolverIndex.ChunkRecordsMax)
            {
                await queue.WriteAsync(await builder.TakeAsync(isLast: false, cancellationToken), cancellationToken);
            }
        }

        await queue.WriteAsync(await builder.TakeAsync(isLast: true, cancellationToken), cancellationToken);
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
                index.Anchors.Set(member, customer.AnchorId);
            }
        }

        foreach (var orphan in batch.Orphans)
        {
            index.Anchors.Set(orphan, 0);
        }
    }
}
