using System.Globalization;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>What both bridges do alike when they read.</summary>
internal static class BridgeRead
{
    /// <summary>Names a new row of states: by when the run began, and which of its groups it is.</summary>
    internal static string LineOf(ReadRequest request, int group) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.StartedAt.UtcTicks:x}-{group}");
}
