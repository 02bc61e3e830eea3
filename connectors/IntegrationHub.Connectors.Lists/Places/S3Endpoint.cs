using Amazon;
using Amazon.S3;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Where a bucket is asked: at Amazon's own address for it, or at that of a system that speaks like S3.</summary>
internal static class S3Endpoint
{
    private const int HttpsPort = 443;
    private const int HttpPort = 80;

    /// <summary>Sets up the client.</summary>
    /// <exception cref="ConnectorException">The endpoint is no address, would be asked in clear, or is not permitted.</exception>
    internal static AmazonS3Config ConfigOf(ListFileSettings settings, string bucket, ConnectorContext context)
    {
        var config = new AmazonS3Config { Timeout = ListLimits.DownloadTimeout, AuthenticationRegion = settings.S3Region };
        if (settings.Endpoint.Length == 0)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.S3Region);
            context.EnsurePermitted($"{bucket}.s3.{settings.S3Region}.{config.RegionEndpoint.PartitionDnsSuffix}", HttpsPort, HttpsPort, "s3Region");
            return config;
        }

        var isAddress = Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out var endpoint) && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp);
        if (!isAddress || (endpoint!.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !settings.AllowPlainHttp))
        {
            throw ConnectorException.Configuration(
                "endpoint", "The endpoint is no https address.", "Write https://host; http to another machine needs 'allowPlainHttp', for networks that are all yours.");
        }

        context.EnsurePermitted(endpoint.Host, endpoint.Port, endpoint.Scheme == Uri.UriSchemeHttps ? HttpsPort : HttpPort, "endpoint");
        config.ServiceURL = settings.Endpoint;
        config.ForcePathStyle = true;
        return config;
    }
}
