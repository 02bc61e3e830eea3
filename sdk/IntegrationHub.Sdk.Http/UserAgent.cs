using System.Net.Http.Headers;

namespace IntegrationHub.Sdk.Http;

/// <summary>Says who asks; some systems refuse those who do not.</summary>
internal static class UserAgent
{
    internal static ProductInfoHeaderValue Value { get; } =
        new("IntegrationHub", typeof(UserAgent).Assembly.GetName().Version?.ToString(2));
}
