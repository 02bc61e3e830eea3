using System.IO.Compression;
using IntegrationHub.Plugins.Manifests;

namespace IntegrationHub.Plugins.Installing;

/// <summary>Signs a plugin's folder or package for its author.</summary>
public static class PackageSigner
{
    /// <summary>Signs; a signature that is there is replaced.</summary>
    /// <param name="path">The path of a plugin's folder or of a .nupkg file.</param>
    /// <param name="keyPath">The path of a PEM file with the private key, not encrypted.</param>
    /// <returns>The fingerprint of the key.</returns>
    /// <exception cref="InstallException">There is no plugin at the path, or no private key in the file. Nothing was changed.</exception>
    public static string Sign(string path, string keyPath)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(keyPath);

        using var key = PublisherKey.ReadFile(keyPath);
        if (Directory.Exists(path))
        {
            DurableFile.Replace(Path.Combine(path, PluginSignature.FileName), Make(path, key));
        }
        else if (File.Exists(path))
        {
            SignPackage(path, key);
        }
        else
        {
            throw new InstallException($"There is no file or folder '{path}'.", "give a plugin's folder or .nupkg file", isWrongUse: true);
        }

        return key.Fingerprint;
    }

    private static void SignPackage(string path, PublisherKey key)
    {
        var folder = Directory.CreateTempSubdirectory("hub-sign-").FullName;
        try
        {
            using (var package = ZipPackage.Open(path))
            {
                package.ExtractTo(folder);
            }

            var signed = Path.Combine(folder, "signed.zip");
            var signature = Make(folder, key);
            File.Copy(path, signed);
            using (var zip = ZipFile.Open(signed, ZipArchiveMode.Update))
            {
                zip.GetEntry(ZipPackage.PluginFolder + PluginSignature.FileName)?.Delete();
                using var entry = zip.CreateEntry(ZipPackage.PluginFolder + PluginSignature.FileName).Open();
                entry.Write(signature);
            }

            DurableFile.Replace(path, File.ReadAllBytes(signed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Make(string folder, PublisherKey key)
    {
        var reasons = new List<string>();
        var manifest = ManifestReader.Read(folder, reasons)
            ?? throw new InstallException($"There is no plugin to sign. {string.Join(' ', reasons)}", "see sdk/docs/packaging.md", isWrongUse: true);
        return PluginSignature.Make(manifest.Name, manifest.Version.ToString(), PluginFiles.Hash(folder), key).ToJson();
    }
}
