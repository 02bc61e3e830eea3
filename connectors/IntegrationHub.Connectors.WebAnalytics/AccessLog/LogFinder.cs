using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Finds the logs that the <c>path</c> setting means.</summary>
internal static partial class LogFinder
{
    private const int FilesMax = 10_000;
    private const int LogsMax = 100;
    private const int FingerprintDigits = 16;

    /// <summary>Gives the logs in the order of their names. Empty files are passed over: their turn comes when they hold a line.</summary>
    /// <exception cref="ConnectorException">The path leads nowhere, or to nothing that may be read.</exception>
    internal static List<LogSeries> Find(string path, string baseDirectory)
    {
        try
        {
            var full = Path.GetFullPath(path, Path.GetFullPath(baseDirectory));
            List<LogSeries> logs = [.. Paths(path, full)
                .Select(p => (Path: p, File: Describe(p)))
                .Where(f => f.File is not null)
                .GroupBy(f => RotationSuffix().Replace(Path.GetFileName(f.Path), string.Empty), f => f.File!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new LogSeries(g.Key, InOrder(g)))];
            return logs.Count <= LogsMax
                ? logs
                : throw ConnectorException.Configuration("path", $"'{path}' means {logs.Count} logs; at most {LogsMax} go into one source.", "Narrow the pattern.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw ConnectorException.Configuration(
                "path", $"'{path}' cannot be read: {e.GetType().Name}.", "Let the hub's user read the logs, for example by the group adm.", e);
        }
    }

    // A copy of a file that is also there under another name, as copytruncate leaves for a moment, counts once.
    private static List<LogFile> InOrder(IEnumerable<LogFile> files) =>
        [.. files.DistinctBy(f => f.Fingerprint, StringComparer.Ordinal).OrderBy(f => f.FirstTime).ThenBy(f => f.Name, StringComparer.Ordinal)];

    private static List<string> Paths(string path, string full)
    {
        if (File.Exists(full))
        {
            return [full];
        }

        var isFolder = Directory.Exists(full);
        var folder = isFolder ? full : Path.GetDirectoryName(full);
        var pattern = isFolder ? "*" : Path.GetFileName(full);
        if (folder is null || !Directory.Exists(folder) || (!isFolder && !pattern.Contains('*', StringComparison.Ordinal)))
        {
            throw ConnectorException.Configuration(
                "path", $"'{path}' does not exist; looked for '{full}'.", "Give a log file, a folder, or a pattern such as /var/log/nginx/access.log*.");
        }

        var found = Directory.EnumerateFiles(folder)
            .Where(f => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(f), ignoreCase: false))
            .Take(FilesMax + 1)
            .ToList();
        return found.Count switch
        {
            0 => throw ConnectorException.Configuration("path", $"No file matches '{path}'.", "Correct the pattern; * stands for any characters of a name."),
            > FilesMax => throw ConnectorException.Configuration("path", $"More than {FilesMax} files match '{path}'.", "Narrow the pattern."),
            _ => found,
        };
    }

    private static LogFile? Describe(string path)
    {
        using var stream = LogFile.Open(path);
        using var lines = new LineReader(stream);
        DateTimeOffset? firstTime = null;
        string? fingerprint = null;
        while (firstTime is null && lines.TryRead(out var line, out _))
        {
            fingerprint ??= Convert.ToHexStringLower(SHA256.HashData(line))[..FingerprintDigits];
            firstTime = LogLine.TryParse(line, out var parsed) ? parsed.Time : null;
        }

        return fingerprint is null ? null : new LogFile(path, Path.GetFileName(path), fingerprint, firstTime ?? DateTimeOffset.MinValue);
    }

    // access.log.1, access.log.2.gz, access.log-20261125.gz, access-20261125.log
    [GeneratedRegex(@"([.-]\d{1,8}([.-]\d{1,6})?)?(\.log)?\.gz\z|[.-]\d{1,8}([.-]\d{1,6})?\z|[.-]\d{6,8}(?=\.log\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RotationSuffix();
}
