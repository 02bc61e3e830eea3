namespace IntegrationHub.Core.Sources;

/// <summary>One configured connector.</summary>
public sealed record Source
{
    /// <summary>Gets the store's number; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Gets the name: 1 to 64 lower-case letters, digits, hyphens and underscores, starting with a letter or digit.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the connector's id.</summary>
    public required string ConnectorId { get; init; }

    /// <summary>Gets the version of the installed plugin that the source is pinned to, or <see langword="null"/> when it goes with the plugin
    /// that came with the hub.</summary>
    public string? PluginVersion { get; init; }

    /// <summary>Gets the settings as a JSON object; a secret is <c>{"$secret":"name"}</c>, its value in the secret store.</summary>
    public required string Settings { get; init; }

    /// <summary>Gets how much its values are trusted, 0 to 1.</summary>
    /// <value>Defaults to 0.5.</value>
    public double Trust { get; init; } = 0.5;

    /// <summary>Gets a value indicating whether the supplier promises one record per person.</summary>
    public bool IsDeduplicated { get; init; }

    /// <summary>Gets when it was added.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
