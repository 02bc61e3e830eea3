using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity;

/// <summary>The records held, by slot: profile, source, content hash. Slots are reused only after a settlement.</summary>
internal sealed class RecordTable(WordPool words, TextPool values, PairScorer scorer)
{
    /// <summary>How many pairs before its turn the profile of a record is asked for: about as long as memory takes to answer.</summary>
    public const int ProfilesAhead = 8;

    /// <summary>How many pairs before its turn it is asked for where that profile is.</summary>
    public const int PlacesAhead = 2 * ProfilesAhead;

    private Stack<int> _free = [];
    private Dictionary<long, int> _slots = [];
    private long[] _ids = new long[256];
    private int[] _sources = new int[256];
    private ulong[] _contents = new ulong[256];
    private int[]?[] _profiles = new int[]?[256];

    /// <summary>Gives the same records under another scorer; good as long as nothing is added, changed or removed here.</summary>
    public RecordTable Under(PairScorer other) => new(words, values, other)
    {
        _free = _free,
        _slots = _slots,
        _ids = _ids,
        _sources = _sources,
        _contents = _contents,
        _profiles = _profiles,
        SlotsUsed = SlotsUsed,
    };

    /// <summary>Gets the number of records held.</summary>
    public int Count => _slots.Count;

    /// <summary>Gets one more than the largest slot ever used.</summary>
    public int SlotsUsed { get; private set; }

    public IReadOnlyCollection<int> LiveSlots => _slots.Values;

    public bool TryGetSlot(long id, out int slot) => _slots.TryGetValue(id, out slot);

    public bool IsLive(int slot) => _profiles[slot] is not null;

    public long Id(int slot) => _ids[slot];

    public int Source(int slot) => _sources[slot];

    public int[] Profile(int slot) => _profiles[slot]!;

    /// <summary>Asks for the places where a record's profile and hash are noted.</summary>
    public void PrefetchPlaces(int slot)
    {
        Prefetch.Line(ref _profiles[slot]);
        Prefetch.Line(ref _contents[slot]);
    }

    /// <summary>Asks for a record's profile; its place should have been asked for before.</summary>
    public void PrefetchProfile(int slot)
    {
        const int LinesOfMost = 4;
        Prefetch.Lines(_profiles[slot]!, LinesOfMost);
    }

    /// <summary>Gets the hash of what a record says.</summary>
    public ulong Content(int slot) => _contents[slot];

    public int Add(long id, int source, int[] profile, ulong content)
    {
        var slot = _free.Count > 0 ? _free.Pop() : SlotsUsed++;
        if (slot >= _ids.Length)
        {
            Array.Resize(ref _ids, slot * 2);
            Array.Resize(ref _sources, slot * 2);
            Array.Resize(ref _contents, slot * 2);
            Array.Resize(ref _profiles, slot * 2);
        }

        _ids[slot] = id;
        _slots[id] = slot;
        Set(slot, source, profile, content);
        return slot;
    }

    public void Set(int slot, int source, int[] profile, ulong content)
    {
        _sources[slot] = source;
        _profiles[slot] = profile;
        _contents[slot] = content;
    }

    /// <summary>Says whether a record already says this.</summary>
    public bool Says(int slot, int source, ulong content) => _sources[slot] == source && _contents[slot] == content;

    public void Remove(int slot)
    {
        _slots.Remove(_ids[slot]);
        _profiles[slot] = null;
    }

    /// <summary>Lets a removed record's slot be used again.</summary>
    public void Reuse(int slot) => _free.Push(slot);

    /// <summary>Orders by content, then source; numbers decide only between records that say the same.</summary>
    public int Compare(int a, int b)
    {
        var order = _contents[a].CompareTo(_contents[b]);
        order = order != 0 ? order : _sources[a].CompareTo(_sources[b]);
        return order != 0 ? order : _ids[a].CompareTo(_ids[b]);
    }

    /// <summary>Scores two records, whichever way round they are given.</summary>
    public float Score(int a, int b, out Walls walls)
    {
        return _contents[a] <= _contents[b]
            ? scorer.Score(_profiles[a]!, _profiles[b]!, out walls)
            : scorer.Score(_profiles[b]!, _profiles[a]!, out walls);
    }

    /// <summary>Scores two records if they reach a score, whichever way round they are given.</summary>
    public bool Reaches(int a, int b, float bitsMin, out float bits, out Walls walls)
    {
        return _contents[a] <= _contents[b]
            ? scorer.Reaches(_profiles[a]!, _profiles[b]!, bitsMin, out bits, out walls)
            : scorer.Reaches(_profiles[b]!, _profiles[a]!, bitsMin, out bits, out walls);
    }

    /// <summary>Adds up what speaks against two records being one customer, in bits, 0 or less.</summary>
    public float Against(int a, int b) => _contents[a] <= _contents[b]
        ? scorer.Against(_profiles[a]!, _profiles[b]!)
        : scorer.Against(_profiles[b]!, _profiles[a]!);

    public void WriteAtoms(int slot, Span<ulong> atoms) => RefiningAtoms.Write(words, values, _profiles[slot]!, atoms);
}
