using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Reads what PostHog's clients send: <c>/batch/</c>, <c>/capture/</c>, <c>/e/</c>, <c>/i/v0/e/</c>.
/// Source: PostHog, Capture and batch API.</summary>
/// <param name="receivedAt">When it came in.</param>
internal sealed class PostHogReader(DateTimeOffset receivedAt)
{
    /// <summary>Gives the project key that a body shows.</summary>
    internal static string? KeyOf(JToken body) => body switch
    {
        JObject one => EventJson.Text(one, "api_key", "token") ?? EventJson.Text(EventJson.Object(one["properties"]), "token"),
        JArray { Count: > 0 } items => KeyOf(items[0]),
        _ => null,
    };

    internal EventBatch Read(JToken body)
    {
        var items = body switch
        {
            JArray array => array,
            JObject one when one["batch"] is JArray array => array,
            JObject one => new JArray(one),
            _ => throw RefusedException.Bad("The body is neither an event nor a batch of events."),
        };
        if (items.Count > EventLimits.EventsMax)
        {
            throw RefusedException.TooLarge($"The batch has more than {EventLimits.EventsMax} events.");
        }

        var sentAt = EventTime.Read((body as JObject)?["sent_at"]);
        var batch = new EventBatch(isSingle: items.Count == 1 && body is JObject { Count: > 0 } && (body as JObject)?["batch"] is null);
        foreach (var item in items)
        {
            if (item is JObject one)
            {
                Read(one, sentAt, batch);
            }
            else
            {
                batch.Reject("An event of the batch is no object.", item, null);
            }
        }

        return batch;
    }

    // Which of PostHog's own events tell something of a person or a visit; the others are the product's own measurements.
    private static EventKind? KindOf(string name) => name switch
    {
        "$identify" or "$set" => EventKind.Identify,
        "$create_alias" => EventKind.Alias,
        "$groupidentify" => EventKind.Group,
        "$pageview" => EventKind.Page,
        "$screen" => EventKind.Screen,
        _ => name.StartsWith('$') ? null : EventKind.Track,
    };

    private static bool IsAnonymous(JObject properties, string distinctId) =>
        properties["$is_identified"] is JValue { Value: false }
        || properties["$process_person_profile"] is JValue { Value: false }
        || EventJson.Text(properties["$device_id"]) == distinctId;

    private static JObject TraitsOf(JObject item, JObject properties)
    {
        var traits = new JObject();
        foreach (var source in new[] { properties["$set_once"], item["$set_once"], properties["$set"], item["$set"], properties["$group_set"] })
        {
            foreach (var (name, value) in EventJson.Object(source))
            {
                if (!name.StartsWith('$'))
                {
                    traits[name] = value;
                }
            }
        }

        return traits;
    }

    private static JObject Own(JObject properties)
    {
        var own = new JObject();
        foreach (var (name, value) in properties)
        {
            if (!name.StartsWith('$') && name is not ("token" or "distinct_id"))
            {
                own[name] = value;
            }
        }

        return own;
    }

    private static JObject ContextOf(JObject properties) => new()
    {
        ["page"] = new JObject
        {
            ["url"] = properties["$current_url"],
            ["title"] = properties["title"],
            ["referrer"] = properties["$referrer"],
        },
        ["ip"] = properties["$ip"],
        ["library"] = new JObject { ["name"] = properties["$lib"] },
        ["device"] = new JObject { ["type"] = properties["$device_type"] },
    };

    private void Read(JObject item, DateTimeOffset? sentAt, EventBatch batch)
    {
        var properties = EventJson.Object(item["properties"]);
        var name = EventJson.Text(item["event"]);
        var user = EventJson.Text(item["distinct_id"]) ?? EventJson.Text(properties, "distinct_id", "$distinct_id");
        var id = EventJson.Text(item, "uuid", "messageId") is { Length: <= EventLimits.IdCharsMax } own ? own : EventJson.Digest(item.ToString(Formatting.None));
        if (name is null || user is not { Length: <= EventLimits.IdCharsMax })
        {
            batch.Reject($"The event lacks its name or a distinct_id of at most {EventLimits.IdCharsMax} characters.", item, id);
            return;
        }

        var traits = TraitsOf(item, properties);
        if (KindOf(name) is not { } kind)
        {
            if (traits.Count == 0)
            {
                return;
            }

            kind = EventKind.Identify;
        }

        var isAnonymous = kind != EventKind.Identify && IsAnonymous(properties, user);
        var tracked = new TrackedEvent
        {
            Kind = kind,
            MessageId = id,
            At = ClockSkew.Correct(EventTime.Read(item["timestamp"]), EventTime.Read(item["sent_at"]) ?? sentAt, receivedAt),
            UserId = isAnonymous ? null : user,
            AnonymousId = isAnonymous ? user : EventJson.Text(properties, "$anon_distinct_id", "$device_id") is { Length: <= EventLimits.IdCharsMax } a && a != user ? a : null,
            PreviousId = kind == EventKind.Alias ? EventJson.Text(properties["alias"]) : null,
            GroupId = kind == EventKind.Group ? EventJson.Text(properties["$group_key"]) : null,
            IsPreviousUser = true,
            Name = kind switch
            {
                EventKind.Track => name,
                EventKind.Screen => EventJson.Text(properties["$screen_name"]),
                _ => EventJson.Text(properties["title"]),
            },
            Properties = Own(properties),
            Traits = traits,
            Context = ContextOf(properties),
        };
        batch.Add(tracked);
        if (kind is EventKind.Track or EventKind.Page or EventKind.Screen && traits.Count > 0)
        {
            batch.Add(tracked with { Kind = EventKind.Identify });
        }
    }
}
