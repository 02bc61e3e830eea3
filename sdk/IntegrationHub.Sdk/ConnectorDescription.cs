using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk;

/// <summary>What a connector says of itself before any setting is known.</summary>
public sealed class ConnectorDescription
{
    /// <summary>Gets the connector's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its short name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Gets one sentence on what it reads.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the settings it takes.</summary>
    public required SettingsSchema Settings { get; init; }

    /// <summary>Gets a value indicating whether the hub reads from it; otherwise it receives pushed requests.</summary>
    public required bool IsPull { get; init; }
}
