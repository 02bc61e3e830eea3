using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Models;

/// <summary>
/// What an agreement on a value is worth beside the average agreement: more the rarer the value is. One flat table by
/// hash of level and text. Immutable and thread-safe.
/// </summary>
internal sealed class ValueFrequencies
{
    private const int LoadFactor = 4;

    private readonly float[] _defaults;
    private readonly bool[] _isListed;
    private readonly Entry[] _entries;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="tables">By level of exact agreement: how often it is met among strangers, and the shares of the values.</param>
    /// <param name="levelCount">One more than the largest level.</param>
    public ValueFrequencies(IReadOnlyCollection<(int Level, double U, FrequencyTable Table)> tables, int levelCount)
    {
        (_defaults, _isListed) = (new float[levelCount], new bool[levelCount]);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, tables.Sum(t => t.Table.Values.Count) * LoadFactor));
        (_entries, _mask) = (new Entry[size], size - 1);
        foreach (var (level, u, table) in tables)
        {
            _defaults[level] = (float)Math.Log2(u / table.Floor);
            _isListed[level] = table.Values.Count > 0;
            foreach (var (text, share) in table.Values)
            {
                Add(level, HashOf(text), (float)Math.Log2(u / Math.Max(share, table.Floor)));
            }
        }
    }

    /// <summary>Gives the bits to add to the weight of an exact agreement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Adjust(Level level, TextPool pool, int text) => _isListed[(int)level] ? Find(level, pool.Hash(text)) : _defaults[(int)level];

    /// <summary>Gives the most that <see cref="Adjust"/> gives for a level: nothing is worth more than a value that is not listed.</summary>
    public float Most(Level level) => _defaults[(int)level];

    /// <summary>Names a value that is not on a public list.</summary>
    public static string NameOf(ulong hash) => "#" + hash.ToString("x16", CultureInfo.InvariantCulture);

    private float Find(Level level, ulong hash)
    {
        var key = Key((int)level, hash);
        var entries = _entries;
        var at = (int)key & _mask;
        while (entries[at].Key != key && entries[at].Key != 0)
        {
            at = (at + 1) & _mask;
        }

        // A choice without a jump, for which floats are whole numbers: whether a value is listed cannot be foreseen.
        var listed = BitConverter.SingleToInt32Bits(entries[at].Bits);
        var other = BitConverter.SingleToInt32Bits(_defaults[(int)level]);
        return BitConverter.Int32BitsToSingle(entries[at].Key == key ? listed : other);
    }

    private static ulong HashOf(string text) => text.Length == 17 && text[0] == '#'
        && ulong.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
            ? hash
            : StableHash.Of(text);

    // Hashes of texts are mixed already: a salt by level is enough, and 0 marks what is empty.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(int level, ulong hash) => (hash ^ ((ulong)(level + 1) * 0x9E3779B97F4A7C15)) | (1UL << 63);

    private void Add(int level, ulong hash, float bits)
    {
        var key = Key(level, hash);
        var at = (int)key & _mask;
        while (_entries[at].Key != 0 && _entries[at].Key != key)
        {
            at = (at + 1) & _mask;
        }

        _entries[at] = new Entry { Key = key, Bits = bits };
    }

    // Side by side: most values are not listed and are answered by one look.
    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public ulong Key;
        public float Bits;
    }
}
