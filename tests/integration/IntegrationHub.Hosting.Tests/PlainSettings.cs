using IntegrationHub.Core.Sources;
using IntegrationHub.Sync;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Hosting.Tests;

/// <summary>Gives settings as they are stored; the vault is not what these tests are about.</summary>
internal sealed class PlainSettings : ISettingsResolver
{
    public Task<JObject> ResolveAsync(Source source, CancellationToken cancellationToken) => Task.FromResult(JObject.Parse(source.Settings));
}
