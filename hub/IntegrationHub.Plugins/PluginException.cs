namespace IntegrationHub.Plugins;

/// <summary>Says that a connector cannot be opened, and why. Other connectors are not touched by it.</summary>
/// <remarks>
/// It never carries the plugin's own exception: that would keep the plugin's code in memory. The reasons hold its text.
/// </remarks>
public sealed class PluginException : Exception
{
    internal PluginException(string connectorId, string? pluginName, IReadOnlyList<string> reasons)
        : base($"Connector '{connectorId}' cannot be used. {string.Join(' ', reasons)}")
    {
        ConnectorId = connectorId;
        PluginName = pluginName;
        Reasons = reasons;
    }

    /// <summary>Gets the id that was asked for.</summary>
    public string ConnectorId { get; }

    /// <summary>Gets the plugin that offers it, or <see langword="null"/> when none does.</summary>
    public string? PluginName { get; }

    /// <summary>Gets why, each with the next step.</summary>
    public IReadOnlyList<string> Reasons { get; }
}
