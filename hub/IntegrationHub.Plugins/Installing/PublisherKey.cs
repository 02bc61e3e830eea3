using System.Security.Cryptography;

namespace IntegrationHub.Plugins.Installing;

/// <summary>A key of a publisher, public or private: ECDSA over P-256, or RSA of 2,048 to 8,192 bits.</summary>
internal sealed class PublisherKey : IDisposable
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int RsaBitsMin = 2048;
    private const int RsaBitsMax = 8192;
    private const string Expected = "a PEM file, not encrypted, with an ECDSA P-256 key or an RSA key of 2048 to 8192 bits";

    private readonly AsymmetricAlgorithm _key;

    private PublisherKey(AsymmetricAlgorithm key)
    {
        _key = key;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Gets the SHA-256 of the public half, 64 hex digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Gets the public half as PEM.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    public static PublisherKey ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new InstallException($"There is no key file '{path}'.", "give the path of a PEM file", isWrongUse: true);
        }

        return file.Length <= InstallLimits.KeyBytesMax
            ? Parse(File.ReadAllText(path), path)
            : throw new InstallException($"'{path}' is too large for a key.", $"give {Expected}", isWrongUse: true);
    }

    public static PublisherKey Parse(string pem, string name)
    {
        AsymmetricAlgorithm? key = null;
        try
        {
            key = Import(pem);
            if (key is ECDsa ec && ec.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != P256)
            {
                throw new CryptographicException("another curve");
            }

            if (key is RSA { KeySize: < RsaBitsMin or > RsaBitsMax })
            {
                throw new CryptographicException("another size");
            }

            return new PublisherKey(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key?.Dispose();
            throw new InstallException($"'{name}' holds no key that can be used.", $"give {Expected}", isWrongUse: true, e);
        }
    }

    /// <summary>Signs.</summary>
    /// <exception cref="InstallException">Only the public half is there.</exception>
    public byte[] Sign(byte[] text)
    {
        try
        {
            return _key is ECDsa ec
                ? ec.SignData(text, HashAlgorithmName.SHA256)
                : ((RSA)_key).SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        }
        catch (CryptographicException e)
        {
            throw new InstallException("The key cannot sign; it seems to be the public half.", "give the private key", isWrongUse: true, e);
        }
    }

    public bool Verify(byte[] text, byte[] signature) => _key is ECDsa ec
        ? ec.VerifyData(text, signature, HashAlgorithmName.SHA256)
        : ((RSA)_key).VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

    public void Dispose() => _key.Dispose();

    // A PEM does not always say of which kind its key is: try one, then the other.
    private static AsymmetricAlgorithm Import(string pem)
    {
        AsymmetricAlgorithm key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
        }

        key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
