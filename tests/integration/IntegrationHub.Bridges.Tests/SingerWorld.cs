using IntegrationHub.Plugins.Bridges.Singer;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A tap whose people lie in a file.</summary>
public sealed class SingerWorld() : ListWorld<SingerConnector>("list-tap.sh");
