using System.IO.Compression;
using System.Security.Cryptography;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Plugins.Tests.Installing;

/// <summary>A folder of installed connectors, and one to make packages and keys in.</summary>
internal sealed class InstallBench : IDisposable
{
    public const string Id = "Fixture.Shop";

    private readonly string _root = Directory.CreateTempSubdirectory("hub-install-").FullName;

    public InstallBench()
    {
        Installed = Path.Combine(_root, "connectors");
        Work = Directory.CreateDirectory(Path.Combine(_root, "work")).FullName;
        Catalog = NewCatalog();
        Installer = NewInstaller();
    }

    public string Installed { get; }

    public string Work { get; }

    public string LockPath => Path.Combine(Installed, ConnectorLock.FileName);

    public ConnectorCatalog Catalog { get; }

    public PluginInstaller Installer { get; }

    public ConnectorCatalog NewCatalog(params string[] more) => new(
        [Installed, .. more],
        NullLogger.Instance,
        new ConnectorCatalogOptions { InstalledDirectory = Installed, Isolation = new IsolationRule(_ => true) });

    public PluginInstaller NewInstaller(params string[] more) => new(Installed, NewCatalog(more), TimeProvider.System);

    /// <summary>Makes a plugin's folder.</summary>
    public string Folder(string version, string fixture = "Fixture.Shop.V1") =>
        ConnectorPackages.CopyFolder(fixture, Path.Combine(Work, Guid.NewGuid().ToString("N")), version);

    /// <summary>Makes a package.</summary>
    public string Package(string version, Action<ZipArchive>? more = null, string? folder = null)
    {
        var feed = Directory.CreateDirectory(Path.Combine(Work, Guid.NewGuid().ToString("N"))).FullName;
        return ConnectorPackages.Pack(folder ?? Folder(version), Path.Combine(feed, $"{Id}.{version}.nupkg"), Id, version, more);
    }

    /// <summary>Makes a key pair.</summary>
    public (string Private, string Public) Key(AsymmetricAlgorithm algorithm)
    {
        using (algorithm)
        {
            var path = Path.Combine(Work, Guid.NewGuid().ToString("N"));
            File.WriteAllText(path + ".pem", algorithm.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(path + ".pub.pem", algorithm.ExportSubjectPublicKeyInfoPem());
            return (path + ".pem", path + ".pub.pem");
        }
    }

    public (string Private, string Public) Key() => Key(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static string Signed(string package, string key)
    {
        PackageSigner.Sign(package, key);
        return package;
    }

    public InstallResult Install(string package) => Installer.Install(new InstallRequest(package) { AllowUnsigned = true });

    /// <summary>Expects a refusal that leaves everything as it was.</summary>
    public InstallException Refused(InstallRequest request, string expected)
    {
        var before = Everything();

        var refusal = Assert.Throws<InstallException>(() => Installer.Install(request));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
        return refusal;
    }

    public string PathOf(string version, string file) => Path.Combine(Installed, Id.ToLowerInvariant(), version, file);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private List<string> Everything() => Directory.Exists(Installed)
        ? [.. Directory.EnumerateFileSystemEntries(Installed, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(e => Directory.Exists(e) ? e : e + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(e))))]
        : [];
}
