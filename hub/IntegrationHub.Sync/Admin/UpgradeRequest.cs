using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>To which version of its plugin a source shall go.</summary>
/// <param name="SourceName">The source.</param>
public sealed record UpgradeRequest(string SourceName)
{
    /// <summary>Gets the version.</summary>
    /// <value>Defaults to <see langword="null"/>: the newest that is installed.</value>
    public string? To { get; init; }

    /// <summary>Gets settings to change with it, secrets in clear: what the new version needs and the old one did not have.</summary>
    public JObject Settings { get; init; } = [];

    /// <summary>Gets a value indicating whether an older version than the present one is taken.</summary>
    public bool AllowDowngrade { get; init; }
}
