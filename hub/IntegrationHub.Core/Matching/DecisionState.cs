namespace IntegrationHub.Core.Matching;

/// <summary>What a decision counts for today.</summary>
public enum DecisionState
{
    /// <summary>It holds.</summary>
    InForce = 0,

    /// <summary>A later decision on the same pair holds instead; withdrawing that one puts this one back in force.</summary>
    Replaced = 1,

    /// <summary>It was taken back.</summary>
    Withdrawn = 2,
}
