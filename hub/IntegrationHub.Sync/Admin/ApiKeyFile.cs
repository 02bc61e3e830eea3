using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Sync.Admin;

/// <summary>Keeps the hashes of the API keys of a data folder. Thread-safe for reading; one writer at a time.</summary>
/// <param name="path">The file, see <see cref="DataFolder.ApiKeysPath"/>.</param>
public sealed class ApiKeyFile(string path)
{
    /// <summary>The start of every key, so that secret scanners recognise one.</summary>
    public const string Prefix = "hub_";

    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Makes a key and keeps its hash.</summary>
    /// <param name="scopes">What it allows.</param>
    /// <param name="now">The time.</param>
    /// <returns>The key; this is the only time it can be had.</returns>
    public string Create(IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(scopes);

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var key = $"{Prefix}{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        var keys = List().Append(new ApiKey(id, HashOf(key), scopes, now)).ToList();
        AtomicFile.WritePrivate(path, JsonSerializer.SerializeToUtf8Bytes(keys, Json));
        return key;
    }

    /// <summary>Lists the keys.</summary>
    /// <returns>The keys, oldest first; none when the file is not there.</returns>
    public IReadOnlyList<ApiKey> List() => File.Exists(path)
        ? JsonSerializer.Deserialize<List<ApiKey>>(File.ReadAllBytes(path), Json) ?? []
        : [];

    /// <summary>Finds the key that a caller shows.</summary>
    /// <param name="key">What the caller shows.</param>
    /// <returns>The key's entry, or <see langword="null"/> when it is none of ours.</returns>
    public ApiKey? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);

        var hash = Encoding.ASCII.GetBytes(HashOf(key));
        return List().FirstOrDefault(k => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(k.Hash), hash));
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
