using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Plugins.Bridges.Singer;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins;

/// <summary>The connectors that are part of the hub: the bridges to other kinds of connectors. They run in the hub's process and
/// supervise a process of their own.</summary>
internal static class BuiltInConnectors
{
    private const string PluginName = "IntegrationHub";

    private static readonly string Version = typeof(BuiltInConnectors).Assembly.GetName().Version!.ToString(3);

    private static readonly Dictionary<string, Func<Connector>> Makers = new(StringComparer.Ordinal)
    {
        ["airbyte"] = static () => new AirbyteConnector(),
        ["singer"] = static () => new SingerConnector(),
    };

    public static IReadOnlyList<ConnectorEntry> Entries { get; } = [.. Makers.Select(maker => new ConnectorEntry
    {
        Id = maker.Key,
        Title = maker.Value().Describe().Title,
        PluginName = PluginName,
        Version = Version,
        Folder = AppContext.BaseDirectory,
        Origin = PluginOrigin.Shipped,
        Isolation = Isolation.InProcess,
        State = ConnectorState.Discovered,
        Reasons = [],
        CanOpen = true,
    })];

    /// <summary>Makes a connector of the hub.</summary>
    /// <returns>The connector, or <see langword="null"/> when the hub has none of that id.</returns>
    public static LoadedConnector? Open(string connectorId) =>
        Makers.TryGetValue(connectorId, out var make) ? LoadedConnector.Of(make(), PluginName, Version) : null;
}
