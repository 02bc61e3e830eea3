namespace IntegrationHub.Identity.Blocking;

/// <summary>Says which blocks are too large: above a cap, or, once a model has learned them, those it names.</summary>
/// <param name="blockMax">Records per block.</param>
/// <param name="learned">The keys that training found too large, ascending; null when nothing was learned. Then the size of
/// a block matters only far above the cap, so that no unrelated record changes which pairs are proposed.</param>
internal sealed class SplitRule(int blockMax, ulong[]? learned)
{
    private const int GuardFactor = 64;

    private readonly int _sizeMax = learned is null ? blockMax : checked(blockMax * GuardFactor);
    private readonly KeySet _learned = SetOf(learned);

    /// <summary>Says whether a block is to be refined.</summary>
    public bool IsOversized(ulong key, int size) => size > _sizeMax || _learned.Contains(key);

    private static KeySet SetOf(ulong[]? keys)
    {
        var set = new KeySet();
        foreach (var key in keys ?? [])
        {
            set.Add(key);
        }

        return set;
    }
}
