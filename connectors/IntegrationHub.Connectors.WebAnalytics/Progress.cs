using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>How far a stream is read. The newest time goes from run to run, so that a run without news keeps it; the place
/// within the list is only there while a read is unfinished.</summary>
internal sealed class Progress
{
    private const string NewestName = "newest";
    private const string OffsetName = "offset";
    private const string AfterName = "after";

    internal Progress(StreamRequest request)
    {
        Newest = MatomoVisit.NumberOf(request.State?[NewestName]) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
        Offset = (long)(MatomoVisit.NumberOf(request.State?[OffsetName]) ?? 0);
        After = (string?)request.State?[AfterName];
    }

    /// <summary>Gets the time of the newest visit seen.</summary>
    internal DateTimeOffset? Newest { get; private set; }

    /// <summary>Gets how many visits to leave out, when an unfinished read goes on.</summary>
    internal long Offset { get; }

    /// <summary>Gets the mark of the last person told, when an unfinished read goes on.</summary>
    internal string? After { get; }

    /// <summary>Takes note of a visit's time. A read that goes on behind a mark passes over people who came meanwhile, so it
    /// keeps the time of its beginning and the next read finds them.</summary>
    internal void See(DateTimeOffset? time)
    {
        if (After is null && (time > Newest || Newest is null))
        {
            Newest = time;
        }
    }

    internal JObject AtOffset(long offset) => new() { [NewestName] = Seconds, [OffsetName] = offset };

    internal JObject AfterPerson(string mark) => new() { [NewestName] = Seconds, [AfterName] = mark };

    internal JObject Finished() => new() { [NewestName] = Seconds };

    private JToken Seconds => Newest is { } newest ? new JValue(newest.ToUnixTimeSeconds()) : JValue.CreateNull();
}
