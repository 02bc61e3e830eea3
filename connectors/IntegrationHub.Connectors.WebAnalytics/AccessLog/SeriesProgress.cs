namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Where a reading of one log stands. Not thread-safe.</summary>
internal sealed class SeriesProgress
{
    private readonly LogSeries _series;
    private readonly LogPosition? _resumed;
    private readonly List<(string Fingerprint, long Base)> _passed = [];
    private readonly int _start;

    /// <summary>Begins where the last reading stopped. A log whose file is gone is read from its oldest file on.</summary>
    internal SeriesProgress(LogSeries series, LogPosition? position)
    {
        _series = series;
        _start = LogReading.StartOf(series, position);
        var isThere = position is not null && string.Equals(series.Files[_start].Fingerprint, position.File, StringComparison.Ordinal);
        _resumed = isThere ? position : null;
        LastTime = position?.Time ?? DateTimeOffset.UnixEpoch;
        SkipBefore = position is not null && !isThere ? position.Time : DateTimeOffset.MinValue;
        ReadTo = _resumed?.Read ?? 0;
        _passed.Add((series.Files[_start].Fingerprint, 0));
    }

    /// <summary>Gets up to where lines were read, in bytes from the start of the file that the reading began in.</summary>
    internal long ReadTo { get; private set; }

    private DateTimeOffset LastTime { get; set; }

    private DateTimeOffset SkipBefore { get; }

    /// <summary>Gives the lines to look at, from the start of the earliest open visit on.</summary>
    internal IEnumerable<LoggedRequest> Requests(bool withOpenVisits, CancellationToken cancellationToken)
    {
        var from = withOpenVisits ? _resumed?.From ?? 0 : ReadTo;
        foreach (var request in LogReading.Read(_series, _start, from, cancellationToken))
        {
            Pass(request);
            if (request.Line is null || request.Line.Value.Time >= SkipBefore)
            {
                yield return request;
            }
        }
    }

    /// <summary>Says whether a line was read before, as part of a visit that has ended; or is part of one that had not.</summary>
    internal bool IsOfEndedVisit(ulong visitor, in LoggedRequest request) =>
        request.Position < (_resumed?.Read ?? 0) && !(_resumed!.Open.TryGetValue(visitor, out var start) && request.Position >= start);

    internal bool IsNew(in LoggedRequest request) => request.Position >= (_resumed?.Read ?? 0);

    /// <summary>Gives the position to go on from, counted from the start of the file that it lies in.</summary>
    internal LogPosition ToPosition(IReadOnlyDictionary<ulong, long> open)
    {
        var from = open.Count == 0 ? ReadTo : open.Values.Min();
        var (fingerprint, start) = _passed.FindLast(p => p.Base <= from);
        return new LogPosition(
            fingerprint, from - start, ReadTo - start, LastTime, open.ToDictionary(o => o.Key, o => o.Value - start));
    }

    private void Pass(in LoggedRequest request)
    {
        var start = request.Position - request.Offset;
        if (start > _passed[^1].Base)
        {
            _passed.Add((request.File.Fingerprint, start));
        }

        ReadTo = Math.Max(ReadTo, request.End);
        LastTime = request.Line?.Time > LastTime ? request.Line.Value.Time : LastTime;
    }
}
