namespace IntegrationHub.Identity.Clustering;

/// <summary>What became of two clusters that a link or a decision brought together.</summary>
internal enum MeetingOutcome
{
    /// <summary>A person's "always" joined them.</summary>
    Decided,

    /// <summary>A link joined them.</summary>
    Joined,

    /// <summary>A wall or too low a mean kept them apart.</summary>
    Refused,

    /// <summary>One could as well belong to a rival that cannot be one with the other.</summary>
    Ambiguous,
}
