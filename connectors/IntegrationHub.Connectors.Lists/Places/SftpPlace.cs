using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>A folder of an SFTP server, read with the <c>sftp</c> program of OpenSSH: keys only, the host's key checked strictly.</summary>
internal sealed partial class SftpPlace : ListPlace
{
    private readonly ListFileSettings _settings;
    private readonly SftpAddress _address;
    private readonly SftpProgram _program;

    internal SftpPlace(ListFileSettings settings, ConnectorContext context)
    {
        _settings = settings;
        _address = SftpAddress.Parse(settings.Path.Trim());
        context.EnsurePermitted(_address.Host, _address.Port, SftpAddress.DefaultPort, "path");
        _program = new SftpProgram(settings, _address, context.BaseDirectory);
    }

    internal override async Task<List<FoundFile>> ListAsync(Func<string, string?> known, CancellationToken cancellationToken)
    {
        var lines = await _program.RunAsync($"ls -ln {SftpProgram.Quoted(_address.Folder)}", cancellationToken).ConfigureAwait(false);
        var wanted = NameFilter.Of(_address.Name, _settings.Format);
        var files = new List<FoundFile>();
        foreach (var line in lines.Split('\n'))
        {
            if (EntryPattern().Match(line.TrimEnd('\r')) is not { Success: true } entry)
            {
                continue;
            }

            var path = entry.Groups["name"].Value;
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (!wanted(name) || HalfWritten.ByName(name))
            {
                continue;
            }

            if (files.Count == ListLimits.FilesMax)
            {
                throw ConnectorException.Configuration("path", $"More than {ListLimits.FilesMax} files match.", "Narrow the pattern, or join the files.");
            }

            var size = long.Parse(entry.Groups["size"].Value, CultureInfo.InvariantCulture);
            files.Add(new FoundFile(string.Empty, name, size, 0) { Version = $"{size}@{entry.Groups["time"].Value}" });
        }

        files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files.Count > 0 ? files : throw ConnectorException.Configuration(
            "path", $"No list file is at '{_settings.Path}'.", "Check the folder and the pattern; wildcards are * and ?.");
    }

    internal override async Task<FoundFile> FetchAsync(FoundFile file, CancellationToken cancellationToken)
    {
        if (file.Size > ListLimits.DownloadBytesMax)
        {
            throw ConnectorException.Configuration("path", $"'{file.Name}' is larger than {ListLimits.DownloadBytesMax} bytes.", "Split the file.");
        }

        var path = NewTemporaryPath();
        var folder = _address.Folder.EndsWith('/') ? _address.Folder : _address.Folder + "/";
        await _program.RunAsync($"get {SftpProgram.Quoted(folder + file.Name)} {SftpProgram.Quoted(path)}", cancellationToken).ConfigureAwait(false);
        var got = new FileInfo(path);
        return got.Exists && got.Length == file.Size
            ? file with { FullPath = path }
            : throw ConnectorException.Transient($"'{file.Name}' changed while it was fetched; the next run reads it.");
    }

    internal override void Release(FoundFile file) => File.Delete(file.FullPath);

    // -rw-r--r--    1 1000     1000          123 Nov 25 04:30 name
    [GeneratedRegex(@"^-\S+\s+\S+\s+\S+\s+\S+\s+(?<size>\d+)\s+(?<time>\S+\s+\S+\s+\S+) (?<name>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EntryPattern();
}
