namespace IntegrationHub.Plugins;

/// <summary>What the catalog knows about one connector at the time it was asked. Never changes afterwards.</summary>
public sealed class ConnectorEntry
{
    internal ConnectorEntry()
    {
    }

    /// <summary>Gets the connector's id; for a folder whose manifest cannot be read, the folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the short name for people, or <see langword="null"/> when the plugin gives none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the plugin's name from its manifest; for a folder whose manifest cannot be read, the folder's name.</summary>
    public required string PluginName { get; init; }

    /// <summary>Gets the plugin's version as written in its manifest; empty when that cannot be read.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the plugin's folder, as a full path.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets where its code runs.</summary>
    public required Isolation Isolation { get; init; }

    /// <summary>Gets how it came there.</summary>
    public required PluginOrigin Origin { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ConnectorState State { get; init; }

    /// <summary>Gets why it stands there and what to do about it, one or two sentences each. A connector that can run may
    /// have reasons too: things that work but deserve a look.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Gets a value indicating whether <see cref="ConnectorCatalog.OpenAsync(string, CancellationToken)"/> would open this one: it is fit, not set aside, and no
    /// other folder goes before it.</summary>
    public required bool CanOpen { get; init; }
}
