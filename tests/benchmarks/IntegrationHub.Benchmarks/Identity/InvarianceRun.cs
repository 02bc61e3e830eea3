using IntegrationHub.Core.Records;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>
/// Loads records under numbers of their own in an order of its own, batch after batch; after each batch some records leave
/// or speak for somebody else and come back, and half-way the engine is filled anew as after a restart.
/// </summary>
internal sealed class InvarianceRun
{
    private const int DisturbedDivisor = 10;

    private readonly List<MatchingRecord> _records;
    private readonly MatchModel _model;
    private readonly Random _random;
    private readonly int[] _numbers;
    private readonly Dictionary<long, string> _keys = [];
    private readonly List<int> _held = [];
    private readonly Partitions _partitions = new();
    private IdentityEngine _engine;

    public InvarianceRun(List<MatchingRecord> records, MatchModel model, int seed)
    {
        (_records, _model, _random) = (records, model, new Random(seed));
        _engine = new IdentityEngine(model);
        _numbers = [.. Enumerable.Range(1, records.Count)];
        _random.Shuffle(_numbers);
        for (var i = 0; i < records.Count; i++)
        {
            _keys.Add(_numbers[i], records[i].Key);
        }
    }

    /// <summary>Gets how often changes were settled.</summary>
    public int Settlements { get; private set; }

    /// <summary>Gets how many records left or changed, and came back.</summary>
    public int Disturbed { get; private set; }

    /// <summary>Gets the records of the largest batch.</summary>
    public int LargestBatch { get; private set; }

    /// <summary>Loads all records as they come and settles once.</summary>
    public void LoadInOrder()
    {
        for (var i = 0; i < _records.Count; i++)
        {
            Hold(i);
        }

        LargestBatch = _records.Count;
        Settle();
    }

    /// <summary>Loads records shuffled and in batches.</summary>
    /// <param name="which">The records' places.</param>
    /// <param name="batchSize">Records a batch.</param>
    public void Load(int[] which, int batchSize)
    {
        _random.Shuffle(which);
        var batches = which.Chunk(batchSize).ToArray();
        for (var b = 0; b < batches.Length; b++)
        {
            Array.ForEach(batches[b], Hold);
            LargestBatch = Math.Max(LargestBatch, batches[b].Length);
            Settle();
            Disturb(batches[b].Length / DisturbedDivisor);
            if (batches.Length > 1 && b == batches.Length / 2)
            {
                Restart();
            }
        }
    }

    /// <summary>Writes the partition down by the records' keys.</summary>
    public string Describe() => _partitions.Describe(number => _keys[number]);

    private void Hold(int i)
    {
        _held.Add(i);
        Say(i, _records[i].Fields);
    }

    private void Say(int i, IReadOnlyList<Field> fields) => _engine.Upsert(_numbers[i], _records[i].SourceId, fields);

    private void Settle()
    {
        _partitions.Apply(_engine.Resolve(null, CancellationToken.None));
        Settlements++;
    }

    private void Disturb(int count)
    {
        var disturbed = Enumerable.Range(0, count).Select(_ => _held[_random.Next(_held.Count)]).Distinct().ToArray();
        foreach (var i in disturbed)
        {
            if (_random.Next(2) == 0)
            {
                _engine.Remove(_numbers[i]);
            }
            else
            {
                Say(i, _records[_held[_random.Next(_held.Count)]].Fields);
            }
        }

        Settle();
        Disturbed += disturbed.Length;
        _random.Shuffle(disturbed);
        foreach (var i in disturbed)
        {
            Say(i, _records[i].Fields);
        }

        Settle();
    }

    private void Restart()
    {
        _engine = new IdentityEngine(_model);
        foreach (var i in _held)
        {
            Say(i, _records[i].Fields);
        }

        _engine.MarkClean();
    }
}
