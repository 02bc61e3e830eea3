using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Plugins.Installing;

/// <summary>What <c>connector.sig</c> holds: every file's hash, and a publisher's signature over them. See sdk/docs/packaging.md.</summary>
internal sealed record PluginSignature
{
    public const string FileName = "connector.sig";

    private const int CurrentFormat = 1;
    private const int HashDigits = 64;

    public required int Format { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required SortedDictionary<string, string> Files { get; init; }

    /// <summary>Gets the fingerprint of the key that signed.</summary>
    public required string Key { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>Signs the files of a folder.</summary>
    public static PluginSignature Make(string name, string version, SortedDictionary<string, string> files, PublisherKey key)
    {
        files.Remove(FileName);
        return new PluginSignature
        {
            Format = CurrentFormat,
            Name = name,
            Version = version,
            Files = files,
            Key = key.Fingerprint,
            Signature = key.Sign(TextOf(name, version, files)),
        };
    }

    /// <summary>Reads the signature in a folder.</summary>
    /// <returns>The signature, or <see langword="null"/> when the folder is not signed.</returns>
    /// <exception cref="InstallException">It is broken.</exception>
    public static PluginSignature? Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists)
        {
            return null;
        }

        try
        {
            var signature = file.Length <= InstallLimits.SignatureBytesMax
                ? JsonSerializer.Deserialize<PluginSignature>(File.ReadAllBytes(file.FullName), LockJson.Options)
                : null;
            return signature is { Format: CurrentFormat, Key.Length: HashDigits } && signature.Files.Values.All(h => h is { Length: HashDigits })
                ? signature
                : throw Broken(null);
        }
        catch (JsonException e)
        {
            throw Broken(e);
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, LockJson.Options);

    /// <summary>Says what differs between what was signed and what is there.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public string? DifferenceTo(string name, string version, IReadOnlyDictionary<string, string> files)
    {
        if (Name != name || Version != version)
        {
            return $"it was made for {Name} {Version}, not for {name} {version}";
        }

        var there = files.Where(f => f.Key != FileName).ToDictionary(StringComparer.Ordinal);
        return there.Keys.FirstOrDefault(f => !Files.ContainsKey(f)) is { } added ? $"it does not cover file {added}"
            : Files.Keys.FirstOrDefault(f => !there.ContainsKey(f)) is { } missing ? $"file {missing} is missing"
            : Files.FirstOrDefault(f => there[f.Key] != f.Value) is { Key: { } changed } ? $"file {changed} has changed since"
            : null;
    }

    public bool IsBy(PublisherKey key)
    {
        try
        {
            return key.Verify(TextOf(Name, Version, Files), Signature);
        }
        catch (CryptographicException)
        {
            return false; // Not even the form of a signature.
        }
    }

    private static byte[] TextOf(string name, string version, SortedDictionary<string, string> files)
    {
        var text = new StringBuilder("integrationhub-connector-v1\n").Append("name=").Append(name).Append('\n').Append("version=").Append(version).Append('\n');
        foreach (var (path, hash) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append(hash).Append(' ').Append(path).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static InstallException Broken(Exception? cause) => new($"{FileName} cannot be read.", "sign the plugin again, or get the package again", cause: cause);
}
