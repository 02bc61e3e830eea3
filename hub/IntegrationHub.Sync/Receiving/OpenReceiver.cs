using IntegrationHub.Core.Sources;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Receiving;

/// <summary>A source's connector, open and ready to receive, with the settings it was opened with.</summary>
/// <param name="connector">The connector; disposed with this.</param>
/// <param name="source">The source as it was.</param>
/// <param name="settings">Its settings, secrets in clear.</param>
/// <param name="context">What the connector is handed.</param>
internal sealed class OpenReceiver(LoadedConnector connector, Source source, JObject settings, ConnectorContext context) : IAsyncDisposable
{
    // By the hub's convention a receiver that browsers may call has a setting of this name, as phone numbers have `region`.
    private const string OriginsSetting = "allowedOrigins";

    internal Source Source => source;

    internal string Version => connector.Version;

    /// <summary>Gets a value indicating whether its connector takes no further call.</summary>
    internal bool IsSpent => connector.IsSpent;

    internal string? Region => (string?)settings.GetValue("region", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the origins whose pages may call it; none unless the settings name some.</summary>
    internal IReadOnlyList<string> AllowedOrigins { get; } =
        settings.GetValue(OriginsSetting, StringComparison.OrdinalIgnoreCase) is JArray origins ? [.. origins.Select(o => (string)o!)] : [];

    public ValueTask DisposeAsync() => connector.DisposeAsync();

    internal bool HasSettings(JObject others) => JToken.DeepEquals(settings, others);

    internal Task<ReceivedResult> ReceiveAsync(ReceivedRequest request, CancellationToken cancellationToken) =>
        connector.ReceiveAsync(settings, request, context, cancellationToken).AsTask();
}
