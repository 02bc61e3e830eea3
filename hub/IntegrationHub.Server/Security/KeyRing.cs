using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Security;

/// <summary>Knows what a caller's key allows. Thread-safe.</summary>
internal sealed class KeyRing(ApiKeyFile keys, string localToken)
{
    private static readonly string[] LocalScopes = [Scopes.Local, Scopes.Admin, Scopes.Read];

    private readonly byte[] _localToken = Encoding.UTF8.GetBytes(localToken);

    /// <summary>Gives the scopes of a key; none for a key that is not ours.</summary>
    internal IReadOnlyList<string> ScopesOf(string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), _localToken)
            ? LocalScopes
            : keys.Find(key)?.Scopes ?? [];
}
