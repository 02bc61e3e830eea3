using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Hands a secret that changed to the platform, as a message that carries the whole configuration. The platform gives no
/// receipt; that it was written is all that can be waited for.</summary>
internal sealed class ControlCredentials(JObject settings, AirbyteWriter writer) : ICredentialStore
{
    private readonly MemoryCredentialStore _memory = new();

    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => _memory.LockAsync(name, cancellationToken);

    public Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken) => _memory.ReadAsync(name, cancellationToken);

    public async Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken)
    {
        await _memory.StoreAsync(name, secret, cancellationToken);

        // What is kept beside a setting has no place in the configuration.
        if (!name.Contains('.', StringComparison.Ordinal))
        {
            settings[name] = secret.Reveal();
            writer.Control(settings.ToString(Formatting.None));
        }
    }
}
