using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Makes visits of requests that come in the order of the log. Not thread-safe.</summary>
/// <param name="gap">After how long without a request a visit has ended.</param>
internal sealed class VisitTracker(TimeSpan gap)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<ulong, Visit> _open = [];
    private DateTimeOffset _sweptAt = DateTimeOffset.MinValue;

    internal IReadOnlyDictionary<ulong, long> Open => _open.ToDictionary(o => o.Key, o => o.Value.Position);

    /// <summary>Names a visitor: an address and an agent are the same one. No way leads back to the address without both.</summary>
    internal static ulong VisitorOf(in LogLine line) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(line.Host, "\n", line.Agent))));

    /// <summary>Takes a request.</summary>
    /// <returns>The visits that have ended before it, the earliest first.</returns>
    internal List<Visit> Add(ulong visitor, in LoggedRequest request)
    {
        var line = request.Line!.Value;
        var ended = new List<Visit>();
        if (line.Time - _sweptAt >= SweepInterval)
        {
            ended.AddRange(EndBefore(line.Time));
            _sweptAt = line.Time;
        }

        if (_open.TryGetValue(visitor, out var visit) && line.Time - visit.LastAt > gap)
        {
            ended.Add(visit);
            visit = null;
        }

        if (visit is null)
        {
            visit = new Visit(visitor, request);
            _open[visitor] = visit;
        }

        visit.Add(line);
        return ended;
    }

    /// <summary>Ends the visits whose gap is over at a time.</summary>
    internal List<Visit> EndBefore(DateTimeOffset now) => End(_open.Values.Where(v => now - v.LastAt > gap));

    /// <summary>Ends the earliest visits until no more are open than a state can hold.</summary>
    internal List<Visit> EndBeyond(int openMax) =>
        _open.Count <= openMax ? [] : End(_open.Values.OrderBy(v => v.Position).Take(_open.Count - openMax));

    private List<Visit> End(IEnumerable<Visit> visits)
    {
        var ended = visits.OrderBy(v => v.Position).ToList();
        ended.ForEach(v => _open.Remove(v.Visitor));
        return ended;
    }
}
