using System.IO.Compression;
using System.Xml.Linq;

namespace IntegrationHub.FiveMinutes.Tests;

/// <summary>One package of the feed, opened.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _zip;

    private Package(string path)
    {
        _zip = ZipFile.OpenRead(path);
        var nuspec = _zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using var stream = nuspec.Open();
        Metadata = XDocument.Load(stream).Root!.Elements().Single();
    }

    /// <summary>Gets what the package says of itself.</summary>
    public XElement Metadata { get; }

    public IEnumerable<string> Files => _zip.Entries.Select(e => e.FullName);

    public static Package Open(string feed, string id, string extension = "nupkg") =>
        new(Directory.GetFiles(feed, $"{id}.*.{extension}").Single(f => char.IsAsciiDigit(Path.GetFileName(f)[id.Length + 1])));

    public string? Says(string name) => Metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    public byte[] Read(string file)
    {
        using var stream = _zip.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => _zip.Dispose();
}
