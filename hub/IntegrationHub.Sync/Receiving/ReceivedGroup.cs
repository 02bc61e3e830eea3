using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Pipeline;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Requests that are stored by one commit and answered after it. Used by one caller; not thread-safe.</summary>
internal sealed class ReceivedGroup
{
    private readonly BatchBuilder _builder;
    private readonly List<RecordBatch> _batches = [];
    private readonly List<(ReceivedCall Call, ReceivedAnswer Answer)> _waiting = [];

    internal ReceivedGroup(Source source, RecordGate gate, string? region, DateTimeOffset startedAt)
    {
        // The run's number is set by whoever commits: a lost lease starts another run between collecting and committing.
        _builder = new BatchBuilder([], gate, region, startedAt, () => new RecordBatch(source.Id, 0), WithdrawnLists.Of(source), RecordCombination.Combine);
    }

    internal bool IsEmpty => _waiting.Count == 0;

    internal bool IsFull => _builder.IsFull || _batches.Count > 0;

    internal BatchOutcome Superseded => _builder.Superseded;

    /// <summary>Takes what a request brought. Nothing of it is taken when one of its messages may not be pushed.</summary>
    /// <exception cref="ConnectorException">A message is of a kind that only a read may yield.</exception>
    internal void Add(ReceivedCall call, ReceivedResult result)
    {
        if (result.Messages.FirstOrDefault(m => m is null or Checkpoint or StreamCompleted) is { } wrong)
        {
            throw ConnectorException.Defect(
                $"The receiver gave a message of kind '{wrong.GetType().Name}'; expected persons, interactions, consents, deletions and rejected records only.");
        }

        foreach (var message in result.Messages)
        {
            if (_builder.Contradicts(message))
            {
                _batches.Add(_builder.Take());
            }

            _builder.Add(message);
        }

        _waiting.Add((call, ReceivedAnswer.Of(result)));
    }

    /// <summary>Gives everything that was collected, in the order it must be committed.</summary>
    internal IReadOnlyList<RecordBatch> Take()
    {
        if (_builder.Batch.Count > 0)
        {
            _batches.Add(_builder.Take());
        }

        return _batches;
    }

    /// <summary>Answers every request as its connector said: everything is stored.</summary>
    internal void Reply()
    {
        foreach (var (call, answer) in _waiting)
        {
            call.Reply(answer);
        }
    }

    /// <summary>Answers every request alike: nothing of it counts as stored.</summary>
    internal void Reply(ReceivedAnswer answer)
    {
        foreach (var (call, _) in _waiting)
        {
            call.Reply(answer);
        }
    }
}
