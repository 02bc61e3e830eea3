namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>What a log holds, counted as GoAccess counts: a visitor is an address and an agent on one day, in which the web server found no
/// fault with what was asked (no status from 400 to 499).</summary>
internal sealed class LogFigures
{
    private readonly HashSet<(string Host, string? Agent, DateTime Day)> _visitors = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);

    internal long Valid { get; private set; }

    internal long Failed { get; private set; }

    internal long Bytes { get; private set; }

    internal long OfBots { get; private set; }

    internal int Visitors => _visitors.Count;

    /// <summary>Gets how many different request lines asked for what does not exist.</summary>
    internal int Missing => _missing.Count;

    internal int Users => _users.Count;

    internal static LogFigures Of(IEnumerable<LogSeries> logs, CancellationToken cancellationToken)
    {
        var figures = new LogFigures();
        foreach (var request in logs.SelectMany(l => LogReading.Read(l, 0, 0, cancellationToken)))
        {
            figures.Add(request.Line);
        }

        return figures;
    }

    private void Add(LogLine? request)
    {
        if (request is not { } line)
        {
            Failed++;
            return;
        }

        Valid++;
        Bytes += line.Bytes;
        if (line.Status is < 400 or > 499)
        {
            _visitors.Add((line.Host, line.Agent, line.Time.Date));
        }

        OfBots += Bots.Is(line.Agent) ? 1 : 0;
        if (line.Status == 404)
        {
            _missing.Add(line.Request);
        }

        if (line.User is { } user)
        {
            _users.Add(user);
        }
    }
}
