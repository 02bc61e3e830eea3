using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sync.Admin;

/// <summary>Keeps the sources' secrets, encrypted with AES-256-GCM under the data folder's key. Thread-safe.</summary>
/// <remarks>A stored secret is bound to its source and setting: moved to another place it does not decrypt.
/// Stored form: version 1 (1 byte), nonce (12), tag (16), cipher text.</remarks>
public sealed class SecretVault
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;

    private readonly ISourceStore _sources;
    private readonly Lazy<byte[]> _key;

    /// <summary>Creates the vault; the key file is read on first use.</summary>
    /// <param name="sources">Keeps the encrypted bytes.</param>
    /// <param name="keyPath">The key file, see <see cref="DataFolder.SecretKeyPath"/>.</param>
    public SecretVault(ISourceStore sources, string keyPath)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentException.ThrowIfNullOrEmpty(keyPath);

        _sources = sources;
        _key = new Lazy<byte[]>(() => SecretKeyFile.Read(keyPath));
    }

    /// <summary>Checks that secrets can be stored.</summary>
    /// <exception cref="AdminException">The key file is missing or damaged.</exception>
    public void RequireKey() => _ = _key.Value;

    /// <summary>Stores a secret in place of an older one.</summary>
    /// <param name="source">The source, already stored.</param>
    /// <param name="name">The setting's name.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">The key file is missing or damaged.</exception>
    public Task SetAsync(Source source, string name, Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(secret);

        return _sources.SetSecretAsync(source.Id, name, Encrypt(source, name, secret), cancellationToken);
    }

    private byte[] Encrypt(Source source, string name, Secret secret)
    {
        var clear = Encoding.UTF8.GetBytes(secret.Reveal());
        var stored = new byte[HeaderBytes + clear.Length];
        stored[0] = Version;
        var nonce = stored.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key.Value, TagBytes);
        aes.Encrypt(nonce, clear, stored.AsSpan(HeaderBytes), stored.AsSpan(1 + NonceBytes, TagBytes), PlaceOf(source, name));
        CryptographicOperations.ZeroMemory(clear);
        return stored;
    }

    /// <summary>Reads a secret.</summary>
    /// <param name="source">The source.</param>
    /// <param name="name">The setting's name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="AdminException">There is none, or it does not decrypt with this key.</exception>
    public async Task<Secret> GetAsync(Source source, string name, CancellationToken cancellationToken) =>
        await FindAsync(source, name, cancellationToken)
            ?? throw AdminException.Failed($"Secret '{name}' of source '{source.Name}' is not stored.", next: NextFor(source, name));

    /// <summary>Reads a secret that may not be there.</summary>
    /// <param name="source">The source.</param>
    /// <param name="name">The setting's name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The secret, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="AdminException">It does not decrypt with this key.</exception>
    public async Task<Secret?> FindAsync(Source source, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        var next = NextFor(source, name);
        if (await _sources.GetSecretAsync(source.Id, name, cancellationToken) is not { } stored)
        {
            return null;
        }

        if (stored.Length < HeaderBytes || stored[0] != Version)
        {
            throw AdminException.Failed($"Secret '{name}' of source '{source.Name}' is damaged.", next: next);
        }

        var clear = new byte[stored.Length - HeaderBytes];
        try
        {
            using var aes = new AesGcm(_key.Value, TagBytes);
            aes.Decrypt(
                stored.AsSpan(1, NonceBytes), stored.AsSpan(HeaderBytes), stored.AsSpan(1 + NonceBytes, TagBytes), clear, PlaceOf(source, name));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw AdminException.Failed(
                $"Secret '{name}' of source '{source.Name}' does not open with this data folder's key.",
                "the key file that it was stored with",
                $"put secret.key back from your backup, or {next}",
                e);
        }

        return new Secret(Encoding.UTF8.GetString(clear));
    }

    private static string NextFor(Source source, string name) => $"give it again with: hub source set {source.Name} --set {name}=VALUE";

    private static byte[] PlaceOf(Source source, string name) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{source.Id}/{name}"));
}
