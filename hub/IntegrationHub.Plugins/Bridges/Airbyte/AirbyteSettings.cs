namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>The settings of <c>airbyte</c>.</summary>
public sealed class AirbyteSettings : BridgeSettings;
