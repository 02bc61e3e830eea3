using System.Collections.Frozen;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Tells pages from the files that pages are made of.</summary>
internal static class StaticFiles
{
    private static readonly FrozenSet<string> Extensions = new[]
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".woff", ".woff2", ".ttf", ".otf",
        ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".wav", ".avi", ".mov", ".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".iso", ".exe", ".dmg",
        ".xml", ".txt", ".json", ".rss", ".atom", ".wasm", ".webmanifest",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool IsPage(string path) => !Extensions.Contains(System.IO.Path.GetExtension(path));
}
