using System.Threading.Channels;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Pipeline;

/// <summary>Reads on one side and commits on the other, with a short queue between, so that a slow store slows the
/// connector and memory stays flat.</summary>
/// <param name="commit">Writes one batch; batches come one at a time and in order.</param>
/// <param name="isCancelRequested">Asked after each commit: shall the run stop at its next checkpoint?</param>
/// <param name="progress">Told after each commit how many messages are stored or set aside for good.</param>
internal sealed class SyncPipeline(
    Func<RecordBatch, Task> commit, Func<Task<bool>> isCancelRequested, Action<long> progress)
{
    private const int QueueLength = 2;

    private volatile bool _stopAtCheckpoint;

    /// <summary>Reads until the sequence ends, fails or is cancelled; what was read before is committed in every case.</summary>
    /// <returns><see langword="true"/> when it stopped because somebody asked for it.</returns>
    internal async Task<bool> RunAsync(
        IAsyncEnumerable<Message> messages, BatchBuilder builder, CancellationToken cancellationToken)
    {
        var queue = Channel.CreateBounded<(RecordBatch Batch, long Read)>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        using var writerFailed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writer = Task.Run(() => WriteAsync(queue, writerFailed), CancellationToken.None);
        try
        {
            return await ReadAsync(messages, builder, queue.Writer, writerFailed.Token);
        }
        finally
        {
            // What was read is kept, also when reading failed: the last checkpoint in it is where the next run goes on.
            // A queue that the writer has closed refuses it; then the writer's own failure, thrown here, counts.
            if (builder.Batch.Count > 0 && await IsOpenAsync(queue.Writer))
            {
                queue.Writer.TryWrite((builder.Take(), builder.Read));
            }

            queue.Writer.TryComplete();
            await writer;
        }
    }

    private async Task<bool> ReadAsync(
        IAsyncEnumerable<Message> messages,
        BatchBuilder builder,
        ChannelWriter<(RecordBatch Batch, long Read)> queue,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in messages.WithCancellation(cancellationToken))
            {
                if (builder.IsFull || builder.Contradicts(message))
                {
                    await queue.WriteAsync((builder.Take(), builder.Read), cancellationToken);
                }

                builder.Add(message);
                if (message is Checkpoint && _stopAtCheckpoint)
                {
                    return true;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }

        return false;
    }

    private static async Task<bool> IsOpenAsync(ChannelWriter<(RecordBatch Batch, long Read)> queue)
    {
        try
        {
            return await queue.WaitToWriteAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    private async Task WriteAsync(Channel<(RecordBatch Batch, long Read)> queue, CancellationTokenSource writerFailed)
    {
        try
        {
            await foreach (var (batch, read) in queue.Reader.ReadAllAsync(CancellationToken.None))
            {
                await commit(batch);
                progress(read);
                _stopAtCheckpoint = _stopAtCheckpoint || await isCancelRequested();
            }
        }
        catch (Exception e)
        {
            queue.Writer.TryComplete(e);
            await writerFailed.CancelAsync();
            throw;
        }
    }
}
