using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Reads what clients of Segment, RudderStack and Jitsu send. Source: Segment, HTTP Tracking API and Spec.</summary>
/// <param name="receivedAt">When it came in.</param>
/// <param name="bodyBytes">How large the body is; an event in it is not larger.</param>
internal sealed class SegmentReader(DateTimeOffset receivedAt, int bodyBytes)
{
    private const string Context = "context";
    private const string OriginalTime = "originalTimestamp";

    // In full as servers write them, in one letter as Segment's browser script does.
    private static readonly Dictionary<string, EventKind> Kinds = new(StringComparer.Ordinal)
    {
        ["identify"] = EventKind.Identify,
        ["i"] = EventKind.Identify,
        ["track"] = EventKind.Track,
        ["t"] = EventKind.Track,
        ["page"] = EventKind.Page,
        ["p"] = EventKind.Page,
        ["screen"] = EventKind.Screen,
        ["s"] = EventKind.Screen,
        ["group"] = EventKind.Group,
        ["g"] = EventKind.Group,
        ["alias"] = EventKind.Alias,
        ["a"] = EventKind.Alias,
    };

    internal static EventKind? KindOf(string? word) => word is not null && Kinds.TryGetValue(word, out var kind) ? kind : null;

    internal static bool IsBatch(string word) => word is "batch" or "b" or "import";

    internal EventBatch ReadOne(JObject body, EventKind kind)
    {
        var batch = new EventBatch(isSingle: true);
        Read(body, kind, body, batch);
        return batch;
    }

    internal EventBatch ReadBatch(JObject body)
    {
        if (body["batch"] is not JArray { Count: <= EventLimits.EventsMax } items)
        {
            throw RefusedException.Bad($"The body has no 'batch' of at most {EventLimits.EventsMax} events.");
        }

        if (bodyBytes > EventLimits.BatchBytesMax && !items.Any(IsOfRudderStack))
        {
            throw RefusedException.Bad($"The batch is larger than {EventLimits.BatchBytesMax} bytes.");
        }

        var batch = new EventBatch(isSingle: false);
        foreach (var item in items)
        {
            if (item is JObject one && KindOf(EventJson.Text(one["type"])) is { } kind)
            {
                Read(one, kind, body, batch);
            }
            else
            {
                batch.Reject("An event of the batch has no type; expected identify, track, page, screen, group or alias.", item, IdOf(item as JObject));
            }
        }

        return batch;
    }

    private static string? FaultOf(JObject item, EventKind kind)
    {
        var (user, anonymous) = (EventJson.Text(item["userId"]), EventJson.Text(item["anonymousId"]));
        return kind switch
        {
            _ when user is null && anonymous is null => "The event has neither userId nor anonymousId.",
            _ when user?.Length > EventLimits.IdCharsMax || anonymous?.Length > EventLimits.IdCharsMax =>
                $"The userId or anonymousId is longer than {EventLimits.IdCharsMax} characters.",
            EventKind.Track when EventJson.Text(item["event"]) is null => "The track call names no event.",
            EventKind.Group when EventJson.Text(item["groupId"]) is null => "The group call has no groupId.",
            EventKind.Alias when user is null || EventJson.Text(item["previousId"]) is not { Length: <= EventLimits.IdCharsMax } =>
                $"The alias call lacks userId or previousId, of at most {EventLimits.IdCharsMax} characters.",
            _ => null,
        };
    }

    // Its clients call themselves as Segment's do, but write the time of an event under another name.
    private static bool IsOfRudderStack(JToken item) => (item as JObject)?[OriginalTime] is not null;

    private static string? IdOf(JObject? item) => EventJson.Text(item?["messageId"]) is { Length: <= EventLimits.IdCharsMax } id ? id : null;

    private static JObject Merge(JObject under, JObject over)
    {
        var merged = (JObject)under.DeepClone();
        foreach (var (name, value) in over)
        {
            merged[name] = value;
        }

        return merged;
    }

    private bool IsTooLarge(JObject item) =>
        bodyBytes > EventLimits.EventBytesMax && Encoding.UTF8.GetByteCount(item.ToString(Formatting.None)) > EventLimits.EventBytesMax;

    private void Read(JObject item, EventKind kind, JObject body, EventBatch batch)
    {
        var id = IdOf(item) ?? EventJson.Digest(kind + Without(item, "sentAt", "writeKey"));
        if (FaultOf(item, kind) is { } fault)
        {
            batch.Reject(fault, item, id);
            return;
        }

        if (IsTooLarge(item))
        {
            batch.Reject($"The event is larger than {EventLimits.EventBytesMax} bytes.", item, id);
            return;
        }

        var context = EventJson.Object(item[Context]);
        if (!ReferenceEquals(item, body) && body[Context] is JObject common)
        {
            context = Merge(common, context);
        }

        var traits = EventJson.Object(item["traits"]);
        if (kind == EventKind.Identify && context["traits"] is JObject more)
        {
            traits = Merge(more, traits);
        }

        batch.Add(new TrackedEvent
        {
            Kind = kind,
            MessageId = id,
            At = TimeOf(item, body),
            UserId = EventJson.Text(item["userId"]),
            AnonymousId = EventJson.Text(item["anonymousId"]),
            PreviousId = kind == EventKind.Alias ? EventJson.Text(item["previousId"]) : null,
            GroupId = kind == EventKind.Group ? EventJson.Text(item["groupId"]) : null,
            Name = EventJson.Text(item, kind == EventKind.Track ? "event" : "name"),
            Properties = EventJson.Object(item["properties"]),
            Traits = traits,
            Context = context,
        });
    }

    // An event that has both times was corrected before, by a service that passes it on.
    private DateTimeOffset TimeOf(JObject item, JObject body)
    {
        var (time, original) = (EventTime.Read(item["timestamp"]), EventTime.Read(item[OriginalTime]));
        var sentAt = time is not null && original is not null ? null : EventTime.Read(item["sentAt"]) ?? EventTime.Read(body["sentAt"]);
        return ClockSkew.Correct(time ?? original, sentAt, receivedAt);
    }

    private static string Without(JObject item, params ReadOnlySpan<string> names)
    {
        var rest = (JObject)item.DeepClone();
        foreach (var name in names)
        {
            rest.Remove(name);
        }

        return rest.ToString(Formatting.None);
    }
}
