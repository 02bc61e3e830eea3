using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Plugins;

/// <summary>A connector's store of credentials that tells the mask each secret that goes through it, before anybody can give it away.</summary>
internal sealed class MaskingCredentials(ICredentialStore inner, SecretMask mask) : ICredentialStore
{
    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => inner.LockAsync(name, cancellationToken);

    public async Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var secret = await inner.ReadAsync(name, cancellationToken);
        if (secret is not null)
        {
            mask.Learn(secret.Reveal());
        }

        return secret;
    }

    public Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);

        // Also when it cannot be stored: the vendor knows it.
        mask.Learn(secret.Reveal());
        return inner.StoreAsync(name, secret, cancellationToken);
    }
}
