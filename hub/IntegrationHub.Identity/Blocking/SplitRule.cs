namespace IntegrationHub.Identity.Blocking;

/// <summary>Says which blocks are too large: above a cap, or, once a model has learned them, those it names.</summary>
/// <param name="blockMax">Records per block.</param>
/// <param name="learned">The keys that training found too large; null when nothing was learned. Once there are, the size of a
/// block matters only far above the cap, so that no unrelated record changes which pairs are proposed.</param>
internal sealed class SplitRule(int blockMax, KeySet? learned)
{
    private const int GuardFactor = 64;

    private readonly int _sizeMax = learned is null ? blockMax : checked(blockMax * GuardFactor);

    /// <summary>Says whether a block is to be refined.</summary>
    public bool IsOversized(ulong key, int size) => size > _sizeMax || learned?.Contains(key) == true;
}
