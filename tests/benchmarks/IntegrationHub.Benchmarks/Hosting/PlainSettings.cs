using IntegrationHub.Core.Sources;
using IntegrationHub.Sync;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Hosting;

/// <summary>Gives settings as they are stored.</summary>
internal sealed class PlainSettings : ISettingsResolver
{
    public Task<JObject> ResolveAsync(Source source, CancellationToken cancellationToken) => Task.FromResult(JObject.Parse(source.Settings));
}
