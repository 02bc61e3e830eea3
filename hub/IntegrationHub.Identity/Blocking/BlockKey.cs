using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// A key in 64 bits: depth of refinement (2), number in the plan (6), last refining atom (3), hash of the content (53). Content
/// alone decides it, so it is the same in every process.
/// </summary>
internal static class BlockKey
{
    public const int DepthMax = 2;
    private const int DepthShift = 62;
    private const int NumberShift = 56;
    private const int AtomShift = 53;
    private const ulong HashMask = (1UL << AtomShift) - 1;

    public static ulong Of(int number, ulong hash) => ((ulong)number << NumberShift) | (hash & HashMask);

    public static int Depth(ulong key) => (int)(key >> DepthShift);

    /// <summary>Gives the key's number in the plan, from 1.</summary>
    public static int Number(ulong key) => (int)((key >> NumberShift) & 63);

    public static int LastAtom(ulong key) => (int)((key >> AtomShift) & 7);

    /// <summary>Makes the key of the records of a block that also share an atom; atom 7 stands for records with none.</summary>
    public static ulong Refine(ulong key, int atomIndex, ulong atom)
    {
        var hash = StableHash.Combine(key, atom) & HashMask;
        return ((ulong)(Depth(key) + 1) << DepthShift) | ((ulong)Number(key) << NumberShift) | ((ulong)atomIndex << AtomShift) | hash;
    }
}
