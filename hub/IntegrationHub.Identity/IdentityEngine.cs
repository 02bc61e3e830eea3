using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Explaining;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity;

/// <summary>Works out which source records are the same customer. Pure: no I/O, no clock, no chance.</summary>
/// <remarks>
/// The partition is a function of (records, model, decisions): any order, any batching and any interleaving with
/// removals give the same one. Not thread-safe; <see cref="Resolve"/> itself uses up to two cores.
/// </remarks>
public sealed partial class IdentityEngine : IBlockedRecords
{
    private readonly MatchModel _model;
    private readonly WordPool _words;
    private readonly TextPool _values;
    private readonly FieldNames _names;
    private readonly RecordStandardiser _standardiser;
    private readonly RecordTable _records;
    private readonly BlockIndex _index;
    private readonly EdgeStore _edges = new();
    private readonly PairSearch _search;
    private readonly DecisionBook _decisions = new();
    private readonly HashSet<int> _deduplicatedSources = [];
    private readonly ComponentFinder _components;
    private readonly PairExplainer _explainer;
    private readonly SlotSet _dirty = new();
    private readonly SlotSet _reblocked = new();
    private readonly Dictionary<int, Edge[]> _edgesBefore = [];
    private readonly SlotSet _seeds = new();
    private readonly HashSet<long> _removed = [];
    private readonly List<int> _freed = [];
    private bool _isShadow;
    private bool _isIndexed;

    /// <summary>Makes an empty engine.</summary>
    /// <param name="model">The numbers behind the scores; frozen for the life of the engine.</param>
    public IdentityEngine(MatchModel model)
        : this(model, new WordPool(), new TextPool(), new FieldNames(), held: null, blocks: null)
    {
    }

    private IdentityEngine(MatchModel model, WordPool words, TextPool values, FieldNames names, RecordTable? held, BlockIndex? blocks)
    {
        ArgumentNullException.ThrowIfNull(model);

        (_model, _words, _values, _names) = (model, words, values, names);
        _standardiser = new RecordStandardiser(words, values, names);
        var scorer = new PairScorer(words, values, names, model);
        _isShadow = held is not null;
        _records = held?.Under(scorer) ?? new RecordTable(words, values, scorer);
        _index = blocks?.ContinueUnder(this, model.SplitRule) ?? new BlockIndex(this, model.SplitRule);
        _isIndexed = blocks is not null;
        _search = new PairSearch(_records, _index, this, _edges, (float)model.Limits.Review);
        _components = new ComponentFinder(_records, _edges, _decisions, _search, (float)model.Limits.Threshold);
        _explainer = new PairExplainer(words, values, model, scorer, _index);
    }

    /// <summary>Gets the number of records held.</summary>
    public int Count => _records.Count;

    /// <summary>Adds a record or replaces what it says.</summary>
    /// <param name="recordId">The record's number.</param>
    /// <param name="sourceId">The source it came from.</param>
    /// <param name="fields">Its values as the gate let them in; fields that do not speak of identity are ignored.</param>
    public void Upsert(long recordId, int sourceId, IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ThrowIfShadow();

        var profile = _standardiser.Standardise(fields);
        var content = ProfileHash.Of(_words, _values, _names, profile);
        if (!_records.TryGetSlot(recordId, out var slot))
        {
            slot = _records.Add(recordId, sourceId, profile, content);
        }
        else if (_records.Says(slot, sourceId, content))
        {
            // Nothing that speaks of identity changed, but whoever tells the engine so waits for the record's cluster.
            _seeds.Add(slot);
            return;
        }
        else
        {
            Leave(slot);
            _records.Set(slot, sourceId, profile, content);
        }

        if (_isIndexed)
        {
            _index.Add(slot);
        }

        _trained = default;
        _dirty.Add(slot);
        _reblocked.Remove(slot);
    }

    /// <summary>Forgets a record. Unknown numbers are ignored.</summary>
    /// <param name="recordId">The record's number.</param>
    public void Remove(long recordId)
    {
        ThrowIfShadow();
        if (!_records.TryGetSlot(recordId, out var slot))
        {
            return;
        }

        Leave(slot);
        _edges.Forget(slot);
        _records.Remove(slot);
        _dirty.Remove(slot);
        _trained = default;
        _reblocked.Remove(slot);
        _freed.Add(slot);
        _removed.Add(recordId);
    }

    /// <summary>Sets all decisions in force; what differs from the set before is settled by the next <see cref="Resolve"/>.</summary>
    /// <param name="decisions">The whole set, at most one per pair; pairs with unknown records wait until both are there.</param>
    /// <exception cref="ArgumentException">Two decisions name one pair, or one names a single record.</exception>
    public void SetDecisions(IReadOnlyCollection<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);

        foreach (var record in _decisions.Set(decisions))
        {
            if (_records.TryGetSlot(record, out var slot))
            {
                _seeds.Add(slot);
            }
        }
    }

    /// <summary>Sets the sources that promise one record per customer: two records of one of them are never one customer.</summary>
    /// <param name="sourceIds">The whole set.</param>
    public void SetDeduplicatedSources(IReadOnlyCollection<int> sourceIds)
    {
        ArgumentNullException.ThrowIfNull(sourceIds);

        var changed = new HashSet<int>(_deduplicatedSources);
        changed.SymmetricExceptWith(sourceIds);
        _deduplicatedSources.Clear();
        _deduplicatedSources.UnionWith(sourceIds);
        if (changed.Count > 0)
        {
            foreach (var slot in _records.LiveSlots)
            {
                if (changed.Contains(_records.Source(slot)))
                {
                    _seeds.Add(slot);
                }
            }
        }
    }

    /// <summary>Makes an engine over the same records, sources free of duplicates and decisions under another model, to see what
    /// it would change. The records are shared, not copied.</summary>
    /// <param name="model">The other model.</param>
    /// <returns>The engine, with nothing settled. It takes no records, and is good until this one's records change.</returns>
    public IdentityEngine Under(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);

        var other = new IdentityEngine(model, _words, _values, _names, _records, TakeTrained(model));
        other.SetDecisions(_decisions.All);
        other.SetDeduplicatedSources(_deduplicatedSources);
        foreach (var slot in _records.LiveSlots)
        {
            other._dirty.Add(slot);
        }

        return other;
    }

    /// <summary>Gives this engine up for one under another model, which holds the same records and takes more.</summary>
    /// <param name="model">The other model.</param>
    /// <returns>The engine, with nothing settled. This one takes no records from now on.</returns>
    public IdentityEngine ContinueUnder(MatchModel model)
    {
        ThrowIfShadow();
        var other = Under(model);
        (other._isShadow, _isShadow) = (false, true);
        return other;
    }

    /// <summary>Declares everything settled, after loading what was resolved before: only later changes are resolved.</summary>
    public void MarkClean()
    {
        Settle();
        _edges.ForgetAll();
        Forget();
    }

    /// <summary>Says why two records are, or are not, one customer; also when no key ever proposed the pair.</summary>
    /// <param name="recordA">One record.</param>
    /// <param name="recordB">Another.</param>
    /// <returns>The waterfall of weights, the keys, the walls and the outcome.</returns>
    /// <exception cref="KeyNotFoundException">One of them is not held.</exception>
    public PairExplanation Explain(long recordA, long recordB)
    {
        var a = Slot(recordA);
        var b = Slot(recordB);
        Settle();
        var isDeduplicated = _records.Source(a) == _records.Source(b) && _deduplicatedSources.Contains(_records.Source(a));
        return _explainer.Explain(_records, a, b, _decisions.Find(recordA, recordB), isDeduplicated);
    }

    /// <summary>Says whether a key proposes a pair; for measuring how many true pairs the keys reach.</summary>
    internal bool IsCandidatePair(long recordA, long recordB)
    {
        Settle();
        return _search.IsCandidate(Slot(recordA), Slot(recordB));
    }

    /// <summary>Gives the score as clustering sees it.</summary>
    internal float ScoreOf(long recordA, long recordB) => _records.Score(Slot(recordA), Slot(recordB), out _);

    IRecordKeys IBlockedRecords.NewKeys() => new RecordKeys(_records, new KeyBuilder(_words, _values, _names, _model.Plan));

    void IBlockedRecords.WriteAtoms(int record, Span<ulong> atoms) => _records.WriteAtoms(record, atoms);

    int IBlockedRecords.CompareByContent(int recordA, int recordB) => _records.Compare(recordA, recordB);

    void IBlockedRecords.MarkReblocked(int record) => Reblock(record);

    void IBlockedRecords.MarkReblocked(int recordA, int recordB)
    {
        // Most such pairs have nothing in common: then it is all one whether a key proposes them.
        if (_records.IsLive(recordA) && _records.IsLive(recordB) && _records.Score(recordA, recordB, out _) >= (float)_model.Limits.Review)
        {
            Reblock(recordA);
            Reblock(recordB);
        }
    }

    private void Reblock(int slot)
    {
        if (_records.IsLive(slot) && !_dirty.Contains(slot))
        {
            _reblocked.Add(slot);
        }
    }

    private void ThrowIfShadow()
    {
        if (_isShadow)
        {
            throw new InvalidOperationException("This engine looks at another's records under another model. Change them there.");
        }
    }

    private int Slot(long recordId) => _records.TryGetSlot(recordId, out var slot) ? slot
        : throw new KeyNotFoundException($"Record {recordId} is not held. Was it removed, or not loaded yet?");

    /// <summary>Brings the index up to date: the first records are filed all at once, later ones one by one.</summary>
    private void Settle()
    {
        if (_isIndexed)
        {
            _index.Settle();
        }
        else if (_records.Count > 0)
        {
            _index.Load(_records.LiveSlots.ToArray());
            _isIndexed = true;
        }
    }

    /// <summary>Takes a record out of the index, after noting those whose cluster it may have shared.</summary>
    private void Leave(int slot)
    {
        if (!_isIndexed)
        {
            return;
        }

        _seeds.Add(slot);
        NoteNeighbours(slot);
        if (!_edges.IsKnown(slot))
        {
            _search.FindLinked(slot, (float)_model.Limits.Threshold, _seeds);
        }

        foreach (var (other, _) in _decisions.Of(_records.Id(slot)))
        {
            if (_records.TryGetSlot(other, out var partner))
            {
                _seeds.Add(partner);
            }
        }

        _index.Remove(slot);
    }

    private void NoteNeighbours(int slot)
    {
        foreach (var edge in _edges.Of(slot))
        {
            if (edge.Bits >= _model.Limits.Threshold)
            {
                _seeds.Add(edge.Other);
            }
        }
    }

    private void Forget()
    {
        foreach (var slot in _freed)
        {
            _records.Reuse(slot);
        }

        _freed.Clear();
        _dirty.Clear();
        _reblocked.Clear();
        _edgesBefore.Clear();
        _seeds.Clear();
        _removed.Clear();
    }
}
