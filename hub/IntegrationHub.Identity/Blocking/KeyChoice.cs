namespace IntegrationHub.Identity.Blocking;

/// <summary>The keys that were chosen.</summary>
/// <param name="Keys">What each does, in the order of the choice and of the plan.</param>
/// <param name="SplitKeys">The keys whose blocks are refined, packed for the model.</param>
/// <param name="PairsEstimated">The candidate pairs of all keys together, at most.</param>
/// <param name="Unreached">The estimated share of true pairs that none of the keys reaches, 0 to 1.</param>
/// <param name="WorstKeys">The largest blocks, largest first, at most ten.</param>
/// <param name="Index">All records under the keys, the blocks above the cap split.</param>
internal sealed record KeyChoice(
    IReadOnlyList<KeyFigures> Keys, string SplitKeys, double PairsEstimated, double Unreached, IReadOnlyList<BlockSize> WorstKeys, BlockIndex Index)
{
    /// <summary>Gets the plan as it is written in a model.</summary>
    public IReadOnlyList<string> Texts => [.. Keys.Select(key => key.Text)];
}
