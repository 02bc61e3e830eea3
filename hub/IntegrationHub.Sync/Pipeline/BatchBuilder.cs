using IntegrationHub.Core.Records;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;
using Newtonsoft.Json;

namespace IntegrationHub.Sync.Pipeline;

/// <summary>Takes messages through the gate into batches. One reader uses it; not thread-safe.</summary>
internal sealed class BatchBuilder
{
    private const int RowsMax = 5_000;
    private const int StateLengthMax = 64 * 1024;

    // Of the values alone. Rows are no measure of memory: one may be a hundred bytes or four million.
    private const long CharsMax = 8 << 20;

    private readonly Dictionary<string, StreamPlan> _plans;
    private readonly Dictionary<string, StreamCheckpoint> _latest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withRejects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Stream, string Key), int> _personIndex = [];
    private readonly Dictionary<(string Stream, string Key), int> _interactionIndex = [];
    private readonly HashSet<(string Stream, string Key)> _deleted = [];
    private readonly RecordGate _gate;
    private readonly string? _region;
    private readonly DateTimeOffset _startedAt;
    private readonly Func<RecordBatch> _newBatch;
    private readonly WithdrawnLists _withdrawn;
    private readonly Func<IncomingRecord, IncomingRecord, IncomingRecord>? _combine;
    private long _chars;

    /// <param name="plans">The streams that are read; none for records that are pushed.</param>
    /// <param name="gate">The only way in.</param>
    /// <param name="region">The source's region.</param>
    /// <param name="startedAt">When the run began, or the requests came.</param>
    /// <param name="newBatch">Makes an empty batch.</param>
    /// <param name="withdrawn">The lists whose records are not taken in.</param>
    /// <param name="combine">Makes one of the record that the batch holds and the next of its key; without it the next replaces
    /// the other, and records that tell only a part are refused.</param>
    internal BatchBuilder(
        IEnumerable<StreamPlan> plans,
        RecordGate gate,
        string? region,
        DateTimeOffset startedAt,
        Func<RecordBatch> newBatch,
        WithdrawnLists withdrawn,
        Func<IncomingRecord, IncomingRecord, IncomingRecord>? combine = null)
    {
        _plans = plans.ToDictionary(p => p.Stream, StringComparer.Ordinal);
        _gate = gate;
        _region = region;
        _startedAt = startedAt;
        _newBatch = newBatch;
        _withdrawn = withdrawn;
        _combine = combine;
        (Batch, Superseded) = (newBatch(), new BatchOutcome());
    }

    internal RecordBatch Batch { get; private set; }

    /// <summary>Gets the counts of what this reader knows alone: messages read, and records replaced within one batch.</summary>
    internal BatchOutcome Superseded { get; }

    internal HashSet<string> Completed { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the streams whose missing records were not taken as deleted, because some records were set aside.</summary>
    internal HashSet<string> Unswept { get; } = new(StringComparer.Ordinal);

    internal long Read { get; private set; }

    /// <summary>Gets a value indicating whether the batch should take no more.</summary>
    internal bool IsFull => Batch.Count >= RowsMax || _chars >= CharsMax;

    internal StreamCheckpoint? LatestOf(string stream) => _latest.GetValueOrDefault(stream);

    /// <summary>Says whether the batch already holds the opposite of a message: a deletion of what it writes, or
    /// a write of what it deletes. A batch keeps no order among its rows, so the next one must take the message.</summary>
    internal bool Contradicts(Message message) => message switch
    {
        PersonRecord person => _deleted.Contains((person.Stream, person.Key)),
        InteractionRecord interaction => _deleted.Contains((interaction.Stream, interaction.Key)),
        DeletedRecord deleted => _personIndex.ContainsKey((deleted.Stream, deleted.Key))
            || _interactionIndex.ContainsKey((deleted.Stream, deleted.Key)),
        _ => false,
    };

    /// <summary>Hands over the batch and starts the next.</summary>
    internal RecordBatch Take()
    {
        var batch = Batch;
        foreach (var plan in _plans.Values)
        {
            if (plan.Mode == SyncMode.Full)
            {
                batch.Generations[plan.Stream] = plan.Generation;
            }
        }

        Batch = _newBatch();
        _chars = 0;
        _personIndex.Clear();
        _interactionIndex.Clear();
        _deleted.Clear();
        return batch;
    }

    internal void Add(Message message)
    {
        switch (message)
        {
            case PersonRecord person:
                CountRead(person.Stream);
                AddPerson(person);
                break;
            case InteractionRecord interaction:
                CountRead(interaction.Stream);
                AddInteraction(interaction);
                break;
            case ConsentRecord consent:
                CountRead(consent.Stream);
                AddConsent(consent);
                break;
            case DeletedRecord deleted:
                CountRead(deleted.Stream);
                AddDeletion(deleted);
                break;
            case RejectedRecord rejected:
                CountRead(rejected.Stream);
                SetAside(_gate.Admit(rejected, _startedAt));
                break;
            case Checkpoint checkpoint:
                AddCheckpoint(checkpoint);
                break;
            case StreamCompleted completed:
                Complete(_plans[completed.Stream]);
                break;
            default:
                throw ConnectorException.Defect($"The connector yielded a message of unknown kind '{message.GetType().Name}'.");
        }
    }

    private void AddPerson(PersonRecord person)
    {
        if (person.IsPartial && _combine is null)
        {
            throw ConnectorException.Defect(
                $"A read of stream '{person.Stream}' gave a record that tells only a part; expected whole records, partial ones are for receivers.");
        }

        var result = _gate.Admit(person, _startedAt, _region);
        if (!result.IsAccepted)
        {
            SetAside(result.Quarantined);
            return;
        }

        var record = result.Accepted;
        for (var i = 0; i < record.Fields.Count; i++)
        {
            _chars += record.Fields[i].Value.Length;
        }

        if (_withdrawn.Hold(record))
        {
            return;
        }

        if (_personIndex.TryGetValue((record.Stream, record.Key), out var index))
        {
            Superseded.For(record.Stream).Changed++;
            Batch.Records[index] = _combine is null ? record : _combine(Batch.Records[index], record);
        }
        else
        {
            _personIndex[(record.Stream, record.Key)] = Batch.Records.Count;
            Batch.Records.Add(record);
        }

        Batch.Consents.AddRange(result.Consents);
    }

    private void AddInteraction(InteractionRecord message)
    {
        var result = _gate.Admit(message, _startedAt);
        if (!result.IsAccepted)
        {
            SetAside(result.Quarantined);
            return;
        }

        var interaction = result.Accepted;
        _chars += interaction.Body.Length;
        if (_interactionIndex.TryGetValue((interaction.Stream, interaction.Key), out var index))
        {
            Superseded.For(interaction.Stream).Changed++;
            Batch.Interactions[index] = interaction;
        }
        else
        {
            _interactionIndex[(interaction.Stream, interaction.Key)] = Batch.Interactions.Count;
            Batch.Interactions.Add(interaction);
        }
    }

    private void AddConsent(ConsentRecord message)
    {
        var result = _gate.Admit(message, _startedAt);
        if (!result.IsAccepted)
        {
            SetAside(result.Quarantined);
        }
        else
        {
            Batch.Consents.Add(result.Accepted);
        }
    }

    private void AddDeletion(DeletedRecord deleted)
    {
        if (_deleted.Add((deleted.Stream, deleted.Key)))
        {
            Batch.Deletions.Add((deleted.Stream, deleted.Key));
        }
    }

    private void AddCheckpoint(Checkpoint checkpoint)
    {
        var plan = _plans[checkpoint.Stream];
        var state = checkpoint.State.ToString(Formatting.None);
        if (state.Length > StateLengthMax)
        {
            throw ConnectorException.Defect(
                $"The state of stream '{checkpoint.Stream}' is longer than {StateLengthMax} characters; keep positions in it, not records.");
        }

        var cursor = checkpoint.Cursor > _startedAt ? _startedAt : checkpoint.Cursor;
        var stored = new StreamCheckpoint(checkpoint.Stream, plan.Mode, state, cursor, plan.Generation);
        _latest[checkpoint.Stream] = stored;
        if (!plan.HoldsBackCheckpoints)
        {
            Batch.Checkpoints.Add(stored);
        }
    }

    private void Complete(StreamPlan plan)
    {
        Completed.Add(plan.Stream);
        if (plan.Mode == SyncMode.Full)
        {
            var hasRejects = _withRejects.Contains(plan.Stream);
            if (plan.Sweep != Sweep.None && hasRejects)
            {
                Unswept.Add(plan.Stream);
            }

            Batch.CompletedFullReads.Add((plan.Stream, plan.Generation, hasRejects ? Sweep.None : plan.Sweep));
        }

        if (plan.KeepsIncrementalState && _latest.TryGetValue(plan.Stream, out var latest))
        {
            Batch.Checkpoints.Add(latest with { Mode = SyncMode.Incremental, Generation = 0 });
        }
    }

    private void SetAside(QuarantinedRecord record)
    {
        _withRejects.Add(record.Stream);
        _chars += record.Raw?.Length ?? 0;
        Batch.Quarantined.Add(record);
    }

    private void CountRead(string stream)
    {
        Read++;
        Superseded.For(stream).Read++;
    }
}
