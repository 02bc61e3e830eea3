using System.Globalization;
using System.Numerics;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Models;

/// <summary>
/// What an agreement on a value is worth beside the average agreement: more the rarer the value is. One flat table by
/// hash of level and text. Immutable and thread-safe.
/// </summary>
internal sealed class ValueFrequencies
{
    private readonly float[] _defaults;
    private readonly ulong[] _keys;
    private readonly float[] _bits;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="tables">By level of exact agreement: how often it is met among strangers, and the shares of the values.</param>
    /// <param name="levelCount">One more than the largest level.</param>
    public ValueFrequencies(IReadOnlyCollection<(int Level, double U, FrequencyTable Table)> tables, int levelCount)
    {
        _defaults = new float[levelCount];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, tables.Sum(t => t.Table.Values.Count) * 2));
        (_keys, _bits, _mask) = (new ulong[size], new float[size], size - 1);
        foreach (var (level, u, table) in tables)
        {
            _defaults[level] = (float)Math.Log2(u / table.Floor);
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
        for (var at = (int)key & _mask; _keys[at] != 0; at = (at + 1) & _mask)
        {
            if (_keys[at] == key)
            {
                return _bits[at];
            }
        }

        return _defaults[(int)level];
    }

    /// <summary>Names a value that is not on a public list.</summary>
    public static string NameOf(ulong hash) => "#" + hash.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong HashOf(string text) => text.Length == 17 && text[0] == '#'
        && ulong.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
            ? hash
            : StableHash.Of(text);

    private static ulong Key(int level, ulong hash) => StableHash.Combine((ulong)level + 1, hash) | 1;

    private void Add(int level, ulong hash, float bits)
    {
        var key = Key(level, hash);
        var at = (int)key & _mask;
        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & _mask;
        }

        (_keys[at], _bits[at]) = (key, bits);
    }
}
