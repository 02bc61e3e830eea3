namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>The requests of one visitor without a long pause between.</summary>
internal sealed class Visit(ulong visitor, LoggedRequest first)
{
    internal const int PagesMax = 20;

    private readonly List<string> _pages = [];

    internal ulong Visitor { get; } = visitor;

    /// <summary>Gets where it began; with the file's fingerprint its key, for good.</summary>
    internal long Position { get; } = first.Position;

    internal string Key { get; } = $"{first.File.Fingerprint}-{first.Offset}";

    internal DateTimeOffset StartedAt { get; } = first.Line!.Value.Time;

    internal DateTimeOffset LastAt { get; private set; } = first.Line!.Value.Time;

    internal string? User { get; private set; }

    internal string? Agent { get; } = first.Line!.Value.Agent;

    internal string? Referrer { get; } = first.Line!.Value.Referrer;

    internal int Requests { get; private set; }

    internal int Errors { get; private set; }

    internal bool IsBot { get; private set; } = Bots.Is(first.Line!.Value.Agent);

    /// <summary>Gets the first pages seen, without their queries; images, styles and scripts are no pages.</summary>
    internal IReadOnlyList<string> Pages => _pages;

    internal void Add(in LogLine line)
    {
        Requests++;
        LastAt = line.Time > LastAt ? line.Time : LastAt;
        User = line.User ?? User;
        Errors += line.Status >= 400 ? 1 : 0;

        // Browsers do not ask for robots.txt.
        IsBot |= line.Path is "/robots.txt";
        if (_pages.Count < PagesMax && line.Status < 300 && line.Method is "GET" or "POST" && StaticFiles.IsPage(line.Path))
        {
            _pages.Add(line.Path);
        }
    }
}
