using System.Buffers;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;
using Newtonsoft.Json;

namespace IntegrationHub.Sync.Pipeline;

/// <summary>Takes messages through the gate into batches. One reader uses it; not thread-safe.</summary>
internal sealed class BatchBuilder
{
    private const int StateLengthMax = 64 * 1024;

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

    internal BatchBuilder(
        IEnumerable<StreamPlan> plans, RecordGate gate, string? region, DateTimeOffset startedAt, Func<RecordBatch> newBatch)
    {
        _plans = plans.ToDictionary(p => p.Stream, StringComparer.Ordinal);
        _gate = gate;
        _region = region;
        _startedAt = startedAt;
        _newBatch = newBatch;
        (Batch, Superseded) = (newBatch(), new BatchOutcome());
    }

    internal RecordBatch Batch { get; private set; }

    /// <summary>Gets the counts of what this reader knows alone: messages read, and records replaced within one batch.</summary>
    internal BatchOutcome Superseded { get; }

    internal HashSet<string> Completed { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the streams whose missing records were not taken as deleted, because some records were set aside.</summary>
    internal HashSet<string> Unswept { get; } = new(StringComparer.Ordinal);

    internal long Read { get; private set; }

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
        var result = _gate.Admit(person, _startedAt, _region);
        if (!result.IsAccepted)
        {
            SetAside(result.Quarantined);
            return;
        }

        var record = result.Accepted;
        if (_personIndex.TryGetValue((record.Stream, record.Key), out var index))
        {
            var isOutdated = Batch.KeepsNewest && IsOutdated(record, Batch.Records[index]);
            Superseded.For(record.Stream).Changed += isOutdated ? 0 : 1;
            Superseded.For(record.Stream).Unchanged += isOutdated ? 1 : 0;
            Batch.Records[index] = isOutdated ? Batch.Records[index] : record;
        }
        else
        {
            _personIndex[(record.Stream, record.Key)] = Batch.Records.Count;
            Batch.Records.Add(record);
        }

        Batch.Consents.AddRange(result.Consents);
    }

    /// <summary>Settles two records of one key as the store does: by time, in milliseconds as they are stored, then by bytes.</summary>
    private static bool IsOutdated(IncomingRecord record, IncomingRecord present)
    {
        var (later, earlier) = (record.UpdatedAt?.ToUnixTimeMilliseconds(), present.UpdatedAt?.ToUnixTimeMilliseconds());
        if (later is null || earlier is null || later > earlier)
        {
            return later is null && earlier is null && record.Fields.SequenceEqual(present.Fields);
        }

        return later < earlier || Bytes(present).SequenceCompareTo(Bytes(record)) >= 0;
    }

    private static ReadOnlySpan<byte> Bytes(IncomingRecord record)
    {
        var output = new ArrayBufferWriter<byte>();
        FieldCodec.Write(record.Fields, output);
        return output.WrittenSpan;
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
        if (_interactionIndex.TryGetValue((interaction.Stream, interaction.Key), out var index))
        {
            var isSame = interaction == Batch.Interactions[index];
            Superseded.For(interaction.Stream).Changed += isSame ? 0 : 1;
            Superseded.For(interaction.Stream).Unchanged += isSame ? 1 : 0;
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
            var sweeps = plan.Sweeps && !_withRejects.Contains(plan.Stream);
            if (plan.Sweeps && !sweeps)
            {
                Unswept.Add(plan.Stream);
            }

            Batch.CompletedFullReads.Add((plan.Stream, plan.Generation, sweeps));
        }

        if (plan.KeepsIncrementalState && _latest.TryGetValue(plan.Stream, out var latest))
        {
            Batch.Checkpoints.Add(latest with { Mode = SyncMode.Incremental, Generation = 0 });
        }
    }

    private void SetAside(QuarantinedRecord record)
    {
        _withRejects.Add(record.Stream);
        Batch.Quarantined.Add(record);
    }

    private void CountRead(string stream)
    {
        Read++;
        Superseded.For(stream).Read++;
    }
}
