using IntegrationHub.Core.Sources;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync;

/// <summary>Gives the settings of a source with its secrets in clear, for the connector's eyes only.</summary>
public interface ISettingsResolver
{
    /// <summary>Resolves the settings.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The settings; never logged, never stored.</returns>
    Task<JObject> ResolveAsync(Source source, CancellationToken cancellationToken);
}
