using System.Text;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>The secrets of one source, as its connector may read and replace them.</summary>
internal sealed class SourceCredentialStore(
    Source source, SecretVault vault, Func<string, CancellationToken, Task<IAsyncDisposable>> acquire) : ICredentialStore
{
    private const int SecretBytesMax = 64 * 1024;
    private const string AccessSuffix = ".access";

    private readonly Dictionary<string, string> _names = NamesOf(source);

    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => acquire(Known(name), cancellationToken);

    public async Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await vault.FindAsync(source, Known(name), cancellationToken);
        }
        catch (Exception e) when (e is AdminException or StoreException)
        {
            throw Failure(name, e);
        }
    }

    public async Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (Encoding.UTF8.GetByteCount(secret.Reveal()) > SecretBytesMax)
        {
            throw ConnectorException.Defect($"The new value of secret '{name}' is larger than {SecretBytesMax} bytes.");
        }

        try
        {
            await vault.SetAsync(source, Known(name), secret, cancellationToken);
        }
        catch (Exception e) when (e is AdminException or StoreException)
        {
            throw Failure(name, e);
        }
    }

    private static Dictionary<string, string> NamesOf(Source source) => JObject.Parse(source.Settings).Properties()
        .Select(p => (p.Name, Secret: (string?)(p.Value as JObject)?[SettingsValidator.SecretProperty]))
        .Where(p => p.Secret is not null)
        .ToDictionary(p => p.Name, p => p.Secret!, StringComparer.OrdinalIgnoreCase);

    // A missing or wrong key is a person's to mend, a store that cannot be written now may be writable later.
    private static ConnectorException Failure(string name, Exception e) => e is AdminException admin
        ? ConnectorException.Configuration(name, admin.Message, admin.Next, e)
        : ConnectorException.Transient($"Secret '{name}' could not be read or stored.", null, e);

    private string Known(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        var isAccess = name.EndsWith(AccessSuffix, StringComparison.Ordinal);
        return _names.TryGetValue(isAccess ? name[..^AccessSuffix.Length] : name, out var stored)
            ? isAccess ? stored + AccessSuffix : stored
            : throw ConnectorException.Defect(
                $"'{name}' is not the name of a secret that source '{source.Name}' has; known: {string.Join(", ", _names.Keys)}.");
    }
}
