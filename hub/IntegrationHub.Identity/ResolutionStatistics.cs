namespace IntegrationHub.Identity;

/// <summary>What one <see cref="IdentityEngine.Resolve"/> did.</summary>
/// <param name="CandidatePairs">Pairs that at least one key proposed, each counted once.</param>
/// <param name="ScoredPairs">Pairs scored, with those that clustering asked for on demand.</param>
/// <param name="LinkedPairs">Pairs at or above the threshold.</param>
/// <param name="OversizedBlocks">Blocks over the cap, refined by a second and third atom.</param>
/// <param name="WindowedBlocks">Blocks still over the cap after refinement: there only near neighbours are compared.</param>
/// <param name="WorstKeys">The largest blocks, largest first, at most ten.</param>
public sealed record ResolutionStatistics(
    long CandidatePairs,
    long ScoredPairs,
    long LinkedPairs,
    int OversizedBlocks,
    int WindowedBlocks,
    IReadOnlyList<BlockSize> WorstKeys);
