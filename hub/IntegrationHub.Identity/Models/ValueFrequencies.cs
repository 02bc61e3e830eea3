using System.Globalization;
using System.Numerics;
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

    // Floats as whole numbers, see Adjust.
    private readonly int[] _defaults;
    private readonly float[] _most;
    private readonly Entry[] _entries;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="tables">By level of exact agreement: how often it is met among strangers, and the shares of the values.</param>
    /// <param name="levelCount">One more than the largest level.</param>
    public ValueFrequencies(IReadOnlyCollection<(int Level, double U, FrequencyTable Table)> tables, int levelCount)
    {
        (_defaults, _most) = (new int[levelCount], new float[levelCount]);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, tables.Sum(t => t.Table.Values.Count) * LoadFactor));
        (_entries, _mask) = (new Entry[size], size - 1);
        foreach (var (level, u, table) in tables)
        {
            // Nothing is worth more than a value that is not listed.
            _most[level] = (float)Math.Log2(u / table.Floor);
            _defaults[level] = BitConverter.SingleToInt32Bits(_most[level]);
            foreach (var (text, share) in table.Values)
            {
                Add(level, HashOf(text), (float)Math.Log2(u / Math.Max(share, table.Floor)));
            }
        }
    }

    /// <summary>Gives the bits to add to the weight of an exact agreement.</summary>
    public float Adjust(Level level, ulong hash)
    {
        var key = Key((int)level, hash);
        var entries = _entries;
        for (var at = (int)key & _mask; (uint)at < (uint)entries.Length; at = (at + 1) & _mask)
        {
            // One question whether the search is over, nearly always yes, and a choice without a jump: whether a value is listed cannot be foreseen.
            var found = entries[at].Key;
            if (found == key || found == 0)
            {
                return BitConverter.Int32BitsToSingle(found == key ? entries[at].Bits : _defaults[(int)level]);
            }
        }

        return BitConverter.Int32BitsToSingle(_defaults[(int)level]);
    }

    /// <summary>Gives the most that <see cref="Adjust"/> gives for a level.</summary>
    public float Most(Level level) => _most[(int)level];

    /// <summary>Names a value that is not on a public list.</summary>
    public static string NameOf(ulong hash) => "#" + hash.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong HashOf(string text) => text.Length == 17 && text[0] == '#'
        && ulong.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
            ? hash
            : StableHash.Of(text);

    // Hashes of texts are mixed already: a salt by level is enough, and 0 marks what is empty.
    private static ulong Key(int level, ulong hash) => (hash ^ ((ulong)(level + 1) * 0x9E3779B97F4A7C15)) | (1UL << 63);

    private void Add(int level, ulong hash, float bits)
    {
        var key = Key(level, hash);
        var at = (int)key & _mask;
        while (_entries[at].Key != 0 && _entries[at].Key != key)
        {
            at = (at + 1) & _mask;
        }

        _entries[at] = new Entry { Key = key, Bits = BitConverter.SingleToInt32Bits(bits) };
    }

    // Side by side: most values are not listed and are answered by one look.
    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public ulong Key;
        public int Bits;
    }
}
