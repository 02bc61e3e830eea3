using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Sync.Admin;

/// <summary>The file with the key that encrypts the sources' secrets: 32 random bytes, hexadecimal.</summary>
internal static class SecretKeyFile
{
    public const int KeyBytes = 32;

    public static void Create(string path) =>
        AtomicFile.WritePrivate(path, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"));

    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
        {
            throw AdminException.Failed(
                $"The key file '{path}' is missing; stored secrets cannot be read without it.",
                "the key file that 'hub init' made",
                "put it back from your backup");
        }

        var text = File.ReadAllText(path).Trim();
        try
        {
            var key = Convert.FromHexString(text);
            return key.Length == KeyBytes ? key : throw new FormatException("wrong length");
        }
        catch (FormatException e)
        {
            throw AdminException.Failed(
                $"The key file '{path}' is damaged.", "64 hexadecimal digits", "put it back from your backup", e);
        }
    }
}
