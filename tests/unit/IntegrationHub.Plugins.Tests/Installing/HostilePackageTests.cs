using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Plugins.Tests.Installing;

/// <summary>Packages that try to write where they must not, or more than they may. Each is refused whole.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private const int Link = unchecked((int)0xA1FF0000);
    private const int Device = 0x21B60000;
    private const int Pipe = 0x11B60000;

    private static readonly Dictionary<string, (Action<ZipArchive> Make, string Expected)> Cases = new(StringComparer.Ordinal)
    {
        ["up and out"] = (Text("connector/../../evil.dll"), "'connector/../../evil.dll' leads out of its folder"),
        ["up and out beside the plugin"] = (Text("../evil.dll"), "'../evil.dll' leads out of its folder"),
        ["a dot"] = (Text("connector/./evil.dll"), "leads out of its folder"),
        ["nothing between slashes"] = (Text("connector//evil.dll"), "leads out of its folder"),
        ["absolute"] = (Text("/etc/evil"), "'/etc/evil' is an absolute path"),
        ["drive"] = (Text("C:/evil.dll"), "is an absolute path"),
        ["backslash"] = (Text("connector\\..\\..\\evil.dll"), "has a backslash"),
        ["control character"] = (Text("connector/a\u0001.dll"), "has control characters"),
        ["stream of a file"] = (Text("connector/a.dll:evil"), "is no plain file name"),
        ["trailing dot"] = (Text("connector/evil.dll."), "is no plain file name"),
        ["hidden"] = (Text("connector/.evil"), "is no plain file name"),
        ["look-alike letters"] = (Text("connector/Fixture.Shоp.dll"), "is no plain file name"),
        ["windows device"] = (Text("connector/aux.dll"), "names a device"),
        ["windows port"] = (Text("connector/sub/COM1.dll"), "names a device"),
        ["too deep"] = (Text("connector/a/b/c/d/e/f/g/h/i.dll"), "deeper than"),
        ["too long"] = (Text($"connector/{new string('a', 201)}"), "longer than"),
        ["link"] = (Kind(Link, "/etc/passwd"), "is a link, a device"),
        ["device"] = (Kind(Device, "x"), "is a link, a device"),
        ["pipe"] = (Kind(Pipe, "x"), "is a link, a device"),
        ["twice"] = (Text("connector/Fixture.Shop.dll"), "is there twice"),
        ["letter case"] = (Text("connector/FIXTURE.shop.dll"), "in letter case alone"),
        ["folder's letter case"] = (Texts("connector/Sub/a.dll", "connector/sub/b.dll"), "in letter case alone"),
        ["file and folder"] = (Texts("connector/sub", "connector/sub/a.dll"), "which is a file"),
        ["folder and file"] = (Texts("connector/sub/a.dll", "connector/sub"), "is a file and a folder"),
        ["empty"] = (zip => zip.CreateEntry("connector/empty.dll"), "is empty"),
        ["one tight file"] = (Zeros(1, 64), "is packed tighter than 200 to 1"),
        ["many tight files"] = (Zeros(257, 1), "unpacks to more than 256 MiB"),
        ["many files"] = (zip => Fill(zip, 2_001), "at most 2000 are allowed"),
        ["a table of contents too large"] = (zip => Fill(zip, 25_000), "a table of contents too large"),
        ["two descriptions"] = (Text("Other.nuspec"), "2 .nuspec files"),
    };

    private readonly InstallBench _bench = new();

    public static TheoryData<string> Names() => [.. Cases.Keys];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_package_is_refused_and_nothing_is_left(string name)
    {
        var (make, expected) = Cases[name];

        _bench.Refused(new InstallRequest(_bench.Package("1.0.0", make)) { AllowUnsigned = true }, expected);
    }

    [Fact]
    public void A_size_that_lies_unpacks_to_no_more_than_it_says()
    {
        var package = _bench.Package("1.0.0", Zeros(1, 64));
        var bytes = File.ReadAllBytes(package);
        Patch(bytes, "connector/zero0", 24, 1000);
        File.WriteAllBytes(package, bytes);

        _bench.Install(package);

        Assert.Equal(1000, new FileInfo(_bench.PathOf("1.0.0", "zero0")).Length);
    }

    [Fact]
    public void What_goes_on_past_its_limit_is_cut_off_while_it_is_written()
    {
        using var endless = new MemoryStream(new byte[300_000]);

        Assert.Null(DurableFile.Write(_bench.Work, "large", endless, 250_000));
        Assert.InRange(new FileInfo(Path.Combine(_bench.Work, "large")).Length, 0, 250_000);
    }

    [Fact]
    public void An_encrypted_entry_is_refused()
    {
        var package = _bench.Package("1.0.0", Text("connector/secret.dll"));
        var bytes = File.ReadAllBytes(package);
        Patch(bytes, "connector/secret.dll", 8, 1);
        File.WriteAllBytes(package, bytes);

        _bench.Refused(new InstallRequest(package) { AllowUnsigned = true }, "'connector/secret.dll' is encrypted");
    }

    [Theory]
    [InlineData(0, "no zip file")]
    [InlineData(100, "no zip file")]
    [InlineData(-30, "no zip file")]
    public void A_part_of_a_package_is_refused(int length, string expected)
    {
        var package = _bench.Package("1.0.0");
        var bytes = File.ReadAllBytes(package);
        File.WriteAllBytes(package, bytes[..(length < 0 ? bytes.Length + length : length)]);

        _bench.Refused(new InstallRequest(package) { AllowUnsigned = true }, expected);
    }

    [Theory]
    [InlineData("Fixture.Shop", "1.0.0", "Dependency", "no connector")]
    [InlineData("Other", "1.0.0", "IntegrationHubConnector", "says it is Other 1.0.0, its connector.json Fixture.Shop 1.0.0")]
    [InlineData("Fixture.Shop", "1.0.1", "IntegrationHubConnector", "says it is Fixture.Shop 1.0.1")]
    public void A_package_that_says_another_thing_than_its_manifest_is_refused(string id, string version, string type, string expected)
    {
        var folder = _bench.Folder("1.0.0");
        var package = Path.Combine(_bench.Work, "other.nupkg");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Create))
        {
            ConnectorPackages.AddText(zip, "any.nuspec", ConnectorPackages.Nuspec(id, version, type));
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                zip.CreateEntryFromFile(file, $"connector/{Path.GetFileName(file)}");
            }
        }

        _bench.Refused(new InstallRequest(package) { AllowUnsigned = true }, expected);
    }

    private static Action<ZipArchive> Text(string name) => zip => ConnectorPackages.AddText(zip, name, "x");

    private static Action<ZipArchive> Texts(string first, string second) => Text(first) + Text(second);

    private static Action<ZipArchive> Kind(int attributes, string text) =>
        zip => ConnectorPackages.AddText(zip, "connector/thing", text).ExternalAttributes = attributes;

    private static Action<ZipArchive> Zeros(int files, int mebibytes) => zip =>
    {
        var block = new byte[1024 * 1024];
        for (var i = 0; i < files; i++)
        {
            using var entry = zip.CreateEntry($"connector/zero{i}", CompressionLevel.Optimal).Open();
            for (var written = 0; written < mebibytes; written++)
            {
                entry.Write(block);
            }
        }
    };

    private static void Fill(ZipArchive zip, int files)
    {
        for (var i = 0; i < files; i++)
        {
            zip.CreateEntry($"more/{i}");
        }
    }

    /// <summary>Writes a number into the table of contents, at an offset into the record of an entry.</summary>
    private static void Patch(byte[] bytes, string entry, int offset, int value)
    {
        const int NameOffset = 46;
        var name = bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(entry));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(name - NameOffset + offset), value);
    }
}
