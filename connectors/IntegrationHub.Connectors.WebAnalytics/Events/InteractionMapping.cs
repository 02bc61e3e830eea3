using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Makes the interaction of an event: a visit, an order, a refund, or an event with its properties.</summary>
/// <param name="settings">The settings.</param>
internal sealed class InteractionMapping(EventsSettings settings)
{
    internal const string Orders = "orders";

    private const string OrderCompleted = "Order Completed";
    private const string OrderRefunded = "Order Refunded";

    /// <summary>Maps an event; <see langword="null"/> for those that only tell who somebody is.</summary>
    internal InteractionRecord? Map(TrackedEvent tracked) => tracked.Kind switch
    {
        EventKind.Page => Visit(tracked, "web", Title(tracked) ?? "Page"),
        EventKind.Screen => Visit(tracked, "app", tracked.Name ?? "Screen"),
        EventKind.Track when IsNamed(tracked, OrderCompleted) && OrderIdOf(tracked) is { } id => OrderEvent.Order(tracked, id, settings.Currency, Details(tracked)),
        EventKind.Track when IsNamed(tracked, OrderRefunded) => OrderEvent.Refund(tracked, OrderIdOf(tracked), settings.Currency, Details(tracked)),
        EventKind.Track => Event(tracked),
        _ => null,
    };

    private static bool IsNamed(TrackedEvent tracked, string name) => string.Equals(tracked.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string? OrderIdOf(TrackedEvent tracked) => EventJson.Text(tracked.Properties, "order_id", "orderId") is { Length: <= EventLimits.IdCharsMax } id ? id : null;

    private static string? Title(TrackedEvent tracked)
    {
        var page = EventJson.Object(tracked.Context["page"]);
        return tracked.Name ?? EventJson.Text(tracked.Properties, "title") ?? EventJson.Text(page, "title") ?? PathOf(UrlOf(tracked, page));
    }

    private static string? UrlOf(TrackedEvent tracked, JObject page) => EventJson.Text(tracked.Properties, "url") ?? EventJson.Text(page, "url");

    private static string? PathOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath : null;

    // The query of an address may hold a person's values and is left out.
    private static string? WithoutQuery(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Path) : null;

    private static void Put(JObject details, string name, JToken? value)
    {
        if (value is not (null or JValue { Value: null }) && value is not JObject { Count: 0 })
        {
            details[name] = value.DeepClone();
        }
    }

    private InteractionRecord Visit(TrackedEvent tracked, string channel, string title)
    {
        var record = new InteractionRecord(EventBatch.Stream, EventKey.Of(tracked.MessageId), "visit", tracked.At)
        {
            Channel = channel,
            Direction = "in",
            Title = EventJson.Short(title),
        };
        record.Details.Merge(Details(tracked));
        return record;
    }

    private InteractionRecord Event(TrackedEvent tracked)
    {
        var record = new InteractionRecord(EventBatch.Stream, EventKey.Of(tracked.MessageId), "event", tracked.At)
        {
            Channel = "web",
            Direction = "in",
            Title = EventJson.Short(tracked.Name),
        };
        record.Details.Merge(Details(tracked));
        return record;
    }

    private JObject Details(TrackedEvent tracked)
    {
        var (details, properties) = (new JObject(), (JObject)tracked.Properties.DeepClone());
        var page = EventJson.Object(tracked.Context["page"]);
        Put(details, "url", WithoutQuery(UrlOf(tracked, page)));
        Put(details, "referrer", WithoutQuery(EventJson.Text(properties, "referrer") ?? EventJson.Text(page, "referrer")));
        foreach (var name in new[] { "url", "referrer", "search", "title", "path" })
        {
            properties.Remove(name);
        }

        Put(details, "properties", properties);
        Put(details, "campaign", WithoutNulls(EventJson.Object(tracked.Context["campaign"])));
        Put(details, "device", EventJson.Object(tracked.Context["device"])["type"]);
        Put(details, "library", EventJson.Object(tracked.Context["library"])["name"]);
        Put(details, "ip", settings.KeepIp ? tracked.Context["ip"] : null);
        return details;
    }

    private static JObject WithoutNulls(JObject from) => new(from.Properties().Where(p => p.Value is not JValue { Value: null }));
}
