using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Reads one stream out of the logs, from where the last reading stopped.</summary>
internal sealed class AccessLogReader(AccessLogSettings settings, IReadOnlyList<LogSeries> logs, DateTimeOffset now)
{
    private const long CheckpointBytes = 1024 * 1024;
    private const int RejectsMax = 100;

    private readonly int _openMax = LogPosition.OpenMax / Math.Max(1, logs.Count);

    internal IEnumerable<Message> ReadVisits(StreamRequest request, CancellationToken cancellationToken) =>
        Read(request, (series, position) => VisitsOf(request.Stream, new SeriesProgress(series, position), cancellationToken));

    internal IEnumerable<Message> ReadPeople(StreamRequest request, CancellationToken cancellationToken)
    {
        // Fingerprints in place of names: a log may name very many users, and long ones.
        var known = new HashSet<UInt128>();
        return Read(request, (series, position) => PeopleOf(known, new SeriesProgress(series, position), cancellationToken));
    }

    private IEnumerable<Message> Read(StreamRequest request, Func<LogSeries, LogPosition?, IEnumerable<(Message? Message, LogPosition? Position)>> readSeries)
    {
        var state = (request.State as JObject)?.DeepClone() as JObject ?? [];
        foreach (var series in logs)
        {
            foreach (var (message, position) in readSeries(series, LogPosition.Of(request.State, series.Name)))
            {
                if (message is not null)
                {
                    yield return message;
                }
                else
                {
                    state[series.Name] = position!.ToJson();
                    yield return new Checkpoint(request.Stream, state.DeepClone());
                }
            }
        }

        yield return new StreamCompleted(request.Stream);
    }

    private IEnumerable<(Message? Message, LogPosition? Position)> VisitsOf(string stream, SeriesProgress progress, CancellationToken cancellationToken)
    {
        var tracker = new VisitTracker(TimeSpan.FromMinutes(settings.GapMinutes));
        var rejects = new LineRejects(stream, RejectsMax);
        foreach (var request in progress.Requests(withOpenVisits: true, cancellationToken))
        {
            if (request.Line is not { } line)
            {
                if (progress.IsNew(request) && rejects.Add(request) is { } rejected)
                {
                    yield return (rejected, null);
                }

                continue;
            }

            var visitor = VisitTracker.VisitorOf(line);
            if (progress.IsOfEndedVisit(visitor, request))
            {
                continue;
            }

            foreach (var visit in tracker.Add(visitor, request).Where(IsWanted))
            {
                yield return (VisitRecords.Of(visit, stream), null);
            }

            if (progress.IsNew(request) && request.End / CheckpointBytes != request.Position / CheckpointBytes)
            {
                foreach (var visit in tracker.EndBeyond(_openMax).Where(IsWanted))
                {
                    yield return (VisitRecords.Of(visit, stream), null);
                }

                yield return (null, progress.ToPosition(tracker.Open));
            }
        }

        foreach (var visit in tracker.EndBefore(now).Concat(tracker.EndBeyond(_openMax)).Where(IsWanted))
        {
            yield return (VisitRecords.Of(visit, stream), null);
        }

        if (rejects.Summary() is { } summary)
        {
            yield return (summary, null);
        }

        yield return (null, progress.ToPosition(tracker.Open));
    }

    private IEnumerable<(Message? Message, LogPosition? Position)> PeopleOf(HashSet<UInt128> known, SeriesProgress progress, CancellationToken cancellationToken)
    {
        var none = new Dictionary<ulong, long>();
        foreach (var request in progress.Requests(withOpenVisits: false, cancellationToken))
        {
            if (request.Line?.User is { } user && known.Add(FingerprintOf(user)))
            {
                yield return (VisitRecords.PersonOf(user, settings.UserNamespace), null);
            }

            if (request.End / CheckpointBytes != request.Position / CheckpointBytes)
            {
                yield return (null, progress.ToPosition(none));
            }
        }

        yield return (null, progress.ToPosition(none));
    }

    private static UInt128 FingerprintOf(string user) => BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(user)));

    private bool IsWanted(Visit visit) => visit.IsBot ? settings.Bots : settings.AnonymousVisits || visit.User is not null;
}
