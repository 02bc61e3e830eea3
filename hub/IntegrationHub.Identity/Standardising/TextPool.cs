using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Interns texts to numbers from 1: one flat array of characters, open chains, no object per text.</summary>
/// <remarks>Numbers depend on the order of arrival; hashes do not. Written by one thread, read by many.</remarks>
internal class TextPool
{
    private char[] _chars = new char[4096];
    private int _charsUsed;
    private Entry[] _entries = new Entry[256];
    private int[] _buckets = new int[256];

    /// <summary>Gets the number of texts, which is also the largest number given.</summary>
    public int Count { get; private set; }

    /// <summary>Gives the number of a text; 0 for the empty one.</summary>
    public int Intern(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var hash = StableHash.Of(text);
        for (var id = _buckets[hash & (ulong)(_buckets.Length - 1)]; id != 0; id = _entries[id].Next)
        {
            if (_entries[id].Hash == hash && Text(id).SequenceEqual(text))
            {
                return id;
            }
        }

        return Add(text, hash);
    }

    public ReadOnlySpan<char> Text(int id)
    {
        ref readonly var entry = ref _entries[id];
        return _chars.AsSpan(entry.Start, entry.Shape.Length);
    }

    public ref readonly TextShape Shape(int id) => ref _entries[id].Shape;

    /// <summary>Gets the hash of a text; 0 for the empty one.</summary>
    public ulong Hash(int id) => _entries[id].Hash;

    /// <summary>Called once for every new text.</summary>
    protected virtual void OnAdded(int id, ReadOnlySpan<char> text)
    {
    }

    private int Add(ReadOnlySpan<char> text, ulong hash)
    {
        var id = ++Count;
        if (id == _entries.Length)
        {
            Array.Resize(ref _entries, id * 2);
            Rehash(id * 2);
        }

        while (_charsUsed + text.Length > _chars.Length)
        {
            Array.Resize(ref _chars, checked(_chars.Length * 2));
        }

        text.CopyTo(_chars.AsSpan(_charsUsed));
        ref var bucket = ref _buckets[hash & (ulong)(_buckets.Length - 1)];
        _entries[id] = new Entry { Hash = hash, Shape = new TextShape(text), Start = _charsUsed, Next = bucket };
        bucket = id;
        _charsUsed += text.Length;
        OnAdded(id, text);
        return id;
    }

    private void Rehash(int size)
    {
        _buckets = new int[size];
        for (var id = 1; id < Count; id++)
        {
            ref var bucket = ref _buckets[_entries[id].Hash & (ulong)(size - 1)];
            _entries[id].Next = bucket;
            bucket = id;
        }
    }

    // All that is known of a text in half a cache line: what comparing asks first it asks of texts met at random.
    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public ulong Hash;
        public TextShape Shape;
        public int Start;
        public int Next;
    }
}
