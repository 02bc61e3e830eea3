using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>The lower bound of a read: what the hub asks for, never before what the admin allows.</summary>
internal static class Bounds
{
    internal static DateTimeOffset? Since(MatomoSettings settings, StreamRequest request) =>
        settings.Since is { } floor && (request.Since is null || request.Since < floor) ? floor : request.Since;
}
