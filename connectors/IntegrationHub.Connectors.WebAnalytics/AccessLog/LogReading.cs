using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Reads a log through its files from a position on.</summary>
internal static class LogReading
{
    /// <summary>Finds the file that a position lies in.</summary>
    /// <returns>Its index; 0 when that file is gone, so that what is left is read.</returns>
    internal static int StartOf(LogSeries series, LogPosition? position)
    {
        var index = position is null ? 0 : series.Files.ToList().FindIndex(f => string.Equals(f.Fingerprint, position.File, StringComparison.Ordinal));
        return Math.Max(index, 0);
    }

    /// <summary>Reads lines.</summary>
    /// <param name="series">The log.</param>
    /// <param name="start">The index of the file to begin in.</param>
    /// <param name="from">Where in it to begin, in bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The lines in order. A last line of the newest file without its end is left for the next time.</returns>
    internal static IEnumerable<LoggedRequest> Read(LogSeries series, int start, long from, CancellationToken cancellationToken)
    {
        long passed = 0;
        for (var i = start; i < series.Files.Count; i++)
        {
            var file = series.Files[i];
            using var stream = Open(file);
            using var lines = new LineReader(stream);
            while (Next(file, lines, passed, isNewest: i == series.Files.Count - 1) is { } request)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (request.Position >= from)
                {
                    yield return request;
                }
            }

            passed += lines.Position;
        }
    }

    private static Stream Open(LogFile file)
    {
        try
        {
            return LogFile.Open(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Rotation may rename a file between looking and opening.
            throw ConnectorException.Transient($"'{file.Name}' could not be opened: {e.GetType().Name}.", innerException: e);
        }
    }

    private static LoggedRequest? Next(LogFile file, LineReader lines, long passed, bool isNewest)
    {
        try
        {
            var offset = lines.Position;
            if (!lines.TryRead(out var line, out var isWhole) || (isNewest && !isWhole))
            {
                return null;
            }

            return new LoggedRequest(
                file, offset, passed + offset, passed + lines.Position, LogLine.TryParse(line, out var parsed) ? parsed : null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw ConnectorException.Transient($"'{file.Name}' could not be read on: {e.GetType().Name}.", innerException: e);
        }
    }
}
