using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Testing;

/// <summary>The world of a connector that reads what lies beside its <c>conformance.json</c>.</summary>
internal sealed class FilesWorld(string folder, JObject settings, Func<CancellationToken, Task<SourceCalls>> open) : SourceWorld
{
    public override string BaseDirectory => folder;

    public override Task<SourceCalls> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);

    public override Task<JObject> StartAsync(CancellationToken cancellationToken) => Task.FromResult((JObject)settings.DeepClone());

    // Files do not know whether a secret is right.
    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) => new Dictionary<string, JToken>(StringComparer.Ordinal);
}
