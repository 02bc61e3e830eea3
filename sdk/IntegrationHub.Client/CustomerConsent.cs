namespace IntegrationHub.Client;

/// <summary>What holds for one channel and purpose. Immutable.</summary>
public sealed record CustomerConsent
{
    /// <summary>Gets the channel: <c>email</c>, <c>phone</c>, <c>post</c> and the like.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets the purpose.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets <c>granted</c>, <c>denied</c> or <c>withdrawn</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Gets since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets what proves it, when the source says.</summary>
    public string? Proof { get; init; }

    /// <summary>Gets the rule that decided among several choices.</summary>
    public required string Rule { get; init; }
}
