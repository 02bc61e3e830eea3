using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Says of most hashes that are not in a set that they are not, without a miss of the cache: a bit for each, after Bloom
/// (1970) with one function.
/// </summary>
/// <param name="bits">How many bits of a hash choose its place, 6 to 30.</param>
internal sealed class HashFilter(int bits)
{
    private readonly ulong[] _places = new ulong[1 << (bits - 6)];

    public void Add(ulong hash) => _places[Place(hash) >> 6] |= 1UL << (Place(hash) & 63);

    /// <summary>Adds what was added to another filter with as many bits.</summary>
    public void AddAll(HashFilter other)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] |= other._places[i];
        }
    }

    /// <summary>Says whether a hash can have been added; it never says no of one that was.</summary>
    public bool CanContain(ulong hash) => (_places[Place(hash) >> 6] & (1UL << (Place(hash) & 63))) != 0;

    private int Place(ulong hash) => (int)(StableHash.Mix(hash) >> (64 - bits));
}
