using IntegrationHub.Plugins.Bridges.Airbyte;

namespace IntegrationHub.Bridges.Tests;

/// <summary>An Airbyte source whose people lie in a file.</summary>
public sealed class AirbyteWorld() : ListWorld<AirbyteConnector>("list-source.sh");
