namespace IntegrationHub.Plugins.Installing;

/// <summary>A publisher whose signature is trusted.</summary>
public sealed record Publisher
{
    /// <summary>Gets what the admin calls the publisher.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the SHA-256 of the public key, 64 hex digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the public key as PEM.</summary>
    public required string Key { get; init; }

    /// <summary>Gets when it was pinned.</summary>
    public required DateTimeOffset PinnedAt { get; init; }
}
