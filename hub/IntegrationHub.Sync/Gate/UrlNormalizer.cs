namespace IntegrationHub.Sync.Gate;

/// <summary>Tidies web addresses: scheme and host in small letters, no bare slash at the end.</summary>
/// <remarks>The path keeps its case, since servers may tell it apart. Thread-safe.</remarks>
public static class UrlNormalizer
{
    /// <summary>Normalises a web address.</summary>
    /// <param name="text">The address as written, with or without a scheme.</param>
    /// <returns>The tidy address.</returns>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var url = TextCleaner.Line(text);
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var hostStart = scheme < 0 ? 0 : scheme + 3;
        var hostLength = url.AsSpan(hostStart).IndexOfAny('/', '?', '#');
        var hostEnd = hostLength < 0 ? url.Length : hostStart + hostLength;
        if (url.AsSpan(0, hostEnd).IndexOfAny(' ', '@') >= 0)
        {
            return url;
        }

        var path = url.AsSpan(hostEnd);
        var host = url[..hostEnd].ToLowerInvariant();
        return path.Length == 0 || path is "/" ? host : string.Concat(host, path);
    }
}
