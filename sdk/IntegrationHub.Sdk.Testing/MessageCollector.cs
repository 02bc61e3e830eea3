using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing;

/// <summary>What a connector said, sorted by kind. Not thread-safe.</summary>
public sealed class MessageCollector
{
    private readonly List<Message> _all = [];

    /// <summary>Gets every message, in order.</summary>
    public IReadOnlyList<Message> All => _all;

    /// <summary>Gets the person records.</summary>
    public IEnumerable<PersonRecord> People => _all.OfType<PersonRecord>();

    /// <summary>Gets the interactions.</summary>
    public IEnumerable<InteractionRecord> Interactions => _all.OfType<InteractionRecord>();

    /// <summary>Gets the consents.</summary>
    public IEnumerable<ConsentRecord> Consents => _all.OfType<ConsentRecord>();

    /// <summary>Gets the deletions.</summary>
    public IEnumerable<DeletedRecord> Deletions => _all.OfType<DeletedRecord>();

    /// <summary>Gets the rejected records.</summary>
    public IEnumerable<RejectedRecord> Rejections => _all.OfType<RejectedRecord>();

    /// <summary>Gets the checkpoints.</summary>
    public IEnumerable<Checkpoint> Checkpoints => _all.OfType<Checkpoint>();

    /// <summary>Gets the names of the completed streams.</summary>
    public IEnumerable<string> CompletedStreams => _all.OfType<StreamCompleted>().Select(m => m.Stream);

    /// <summary>Reads a connector to the end, or to a number of messages.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="settings">Its settings, secrets in clear.</param>
    /// <param name="request">What to read.</param>
    /// <param name="context">Clock and log.</param>
    /// <param name="messagesMax">Where to cut off the reading.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was said.</returns>
    /// <exception cref="ConnectorException">The connector failed.</exception>
    public static async Task<MessageCollector> ReadAsync(
        SourceConnector connector,
        JObject settings,
        ReadRequest request,
        ConnectorContext context,
        int messagesMax = int.MaxValue,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentOutOfRangeException.ThrowIfLessThan(messagesMax, 1);

        return await TakeAsync(connector.ReadAsync(settings, request, context, cancellationToken), messagesMax).ConfigureAwait(false);
    }

    internal static async Task<MessageCollector> TakeAsync(IAsyncEnumerable<Message> messages, int messagesMax)
    {
        var collector = new MessageCollector();
        await foreach (var message in messages.ConfigureAwait(false))
        {
            collector._all.Add(message);
            if (collector._all.Count >= messagesMax)
            {
                break;
            }
        }

        return collector;
    }

    /// <summary>Gives what a hub would have stored, had the reading ended here: the messages of each stream up to its
    /// last checkpoint, or all of them when the stream was completed.</summary>
    /// <returns>The stored messages, without checkpoints and completions.</returns>
    public IReadOnlyList<Message> Committed()
    {
        var committed = new List<Message>();
        var pending = new Dictionary<string, List<Message>>(StringComparer.Ordinal);
        foreach (var message in _all)
        {
            if (!pending.TryGetValue(message.Stream, out var waiting))
            {
                pending[message.Stream] = waiting = [];
            }

            if (message is Checkpoint or StreamCompleted)
            {
                committed.AddRange(waiting);
                waiting.Clear();
            }
            else
            {
                waiting.Add(message);
            }
        }

        return committed;
    }

    /// <summary>Makes the request with which a hub would go on after the reading ended here.</summary>
    /// <param name="request">The request of the reading.</param>
    /// <returns>The same request without completed streams and with the state of each stream's last checkpoint;
    /// <see langword="null"/> when nothing is left to read.</returns>
    public ReadRequest? Resume(ReadRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        var completed = CompletedStreams.ToHashSet(StringComparer.Ordinal);
        var left = request.Streams
            .Where(s => !completed.Contains(s.Stream))
            .Select(s => s with
            {
                State = Checkpoints.LastOrDefault(c => string.Equals(c.Stream, s.Stream, StringComparison.Ordinal))?.State.DeepClone() ?? s.State,
            })
            .ToList();
        return left.Count == 0 ? null : request with { Streams = left };
    }
}
