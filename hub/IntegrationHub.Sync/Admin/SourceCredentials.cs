using System.Globalization;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk.Accounts;

namespace IntegrationHub.Sync.Admin;

/// <summary>Hands connectors a lasting place for secrets that change while they are used. Thread-safe.</summary>
/// <remarks>One per process: the locks that keep two calls from renewing one secret at a time are in it.</remarks>
/// <param name="vault">Keeps the secrets.</param>
public sealed class SourceCredentials(SecretVault vault)
{
    private readonly CredentialLocks _locks = new();

    /// <summary>Gives the place for the secrets of one source.</summary>
    /// <param name="source">The source, already stored.</param>
    /// <returns>The place; it reaches no other source's secrets and no setting that is not secret.</returns>
    public ICredentialStore For(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new SourceCredentialStore(source, vault, (name, cancellationToken) =>
            _locks.AcquireAsync(string.Create(CultureInfo.InvariantCulture, $"{source.Id}/{name}"), cancellationToken));
    }
}
