namespace IntegrationHub.Identity.Evaluating;

/// <summary>What may become of a candidate pair.</summary>
public enum PairStanding
{
    /// <summary>Its score decides.</summary>
    ByScore,

    /// <summary>A person decided that both are the same.</summary>
    Always,

    /// <summary>A wall or a person forbids it.</summary>
    Never,
}
