namespace IntegrationHub.Identity;

/// <summary>What the score, walls and decisions say about one pair, looked at alone.</summary>
public enum MatchOutcome
{
    /// <summary>Different customers.</summary>
    Apart = 0,

    /// <summary>A person should look.</summary>
    Review = 1,

    /// <summary>The same customer, unless the guard of their clusters forbids it.</summary>
    Link = 2,
}
