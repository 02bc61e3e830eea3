using System.Collections.Specialized;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Makes events of calls of Matomo's tracking API.</summary>
/// <param name="receivedAt">When they came in.</param>
internal sealed class MatomoReader(DateTimeOffset receivedAt)
{
    private const string OrderCompleted = "Order Completed";

    /// <summary>Reads one call into a batch.</summary>
    /// <param name="call">Its parameters.</param>
    /// <param name="place">Its place in the request.</param>
    /// <param name="batch">Takes the event.</param>
    /// <returns><see langword="false"/> when the call was set aside.</returns>
    internal bool Read(NameValueCollection call, int place, EventBatch batch)
    {
        var json = MatomoCalls.ToJson(call);
        var (user, visitor) = (Known(call, "uid"), Known(call, "cid") ?? Known(call, "_id"));
        if (call["rec"] != "1" || (user is null && visitor is null) || user?.Length > EventLimits.IdCharsMax || visitor?.Length > EventLimits.IdCharsMax)
        {
            batch.Reject($"The call lacks rec=1, or names no visitor by uid, cid or _id of at most {EventLimits.IdCharsMax} characters.", json, null);
            return false;
        }

        var (kind, name, properties) = WhatOf(call);
        batch.Add(new TrackedEvent
        {
            Kind = kind,
            MessageId = IdOf(call, json, place),
            At = ClockSkew.Correct(call["cdt"] is { } time ? EventTime.Read(time) : null, null, receivedAt),
            UserId = user,
            AnonymousId = visitor,
            Name = name,
            Properties = properties,
            Context = new JObject
            {
                ["page"] = new JObject { ["url"] = call["url"], ["title"] = call["action_name"], ["referrer"] = call["urlref"] },
                ["campaign"] = new JObject { ["name"] = Known(call, "_rcn"), ["term"] = Known(call, "_rck") },
                ["ip"] = call["cip"],
            },
        });
        return true;
    }

    private static string? Known(NameValueCollection call, string name) => call[name]?.Trim() is { Length: > 0 } value ? value : null;

    private static (EventKind Kind, string? Name, JObject Properties) WhatOf(NameValueCollection call)
    {
        if (Known(call, "ec_id") is { } order)
        {
            return (EventKind.Track, OrderCompleted, OrderOf(call, order));
        }

        if (Known(call, "e_c") is { } category)
        {
            var properties = new JObject { ["category"] = category, ["action"] = call["e_a"], ["label"] = call["e_n"], ["value"] = call["e_v"] };
            return (EventKind.Track, $"{category}: {Known(call, "e_a") ?? "event"}", properties);
        }

        var (name, target) = (Known(call, "download"), Known(call, "link"), Known(call, "search"), Known(call, "idgoal")) switch
        {
            ({ } file, _, _, _) => ("Download", file),
            (_, { } link, _, _) => ("Outlink", link),
            (_, _, { } words, _) => ("Search", words),
            (_, _, _, { } goal) when goal != "0" => ("Goal " + goal, null),
            _ => ((string?)null, null),
        };
        return name is null
            ? (EventKind.Page, Known(call, "action_name"), [])
            : (EventKind.Track, name, new JObject { ["target"] = target, ["revenue"] = call["revenue"] });
    }

    private static JObject OrderOf(NameValueCollection call, string order)
    {
        var products = new JArray();
        foreach (var item in ItemsOf(call["ec_items"]))
        {
            // sku, name, category, price, quantity; Matomo lets the last ones be left out.
            products.Add(new JObject
            {
                ["sku"] = item.ElementAtOrDefault(0),
                ["name"] = item.ElementAtOrDefault(1),
                ["category"] = item.ElementAtOrDefault(2) is JArray { Count: > 0 } several ? several[0] : item.ElementAtOrDefault(2),
                ["price"] = item.ElementAtOrDefault(3),
                ["quantity"] = item.ElementAtOrDefault(4),
            });
        }

        return new JObject
        {
            ["order_id"] = order,
            ["total"] = call["revenue"],
            ["subtotal"] = call["ec_st"],
            ["tax"] = call["ec_tx"],
            ["shipping"] = call["ec_sh"],
            ["discount"] = call["ec_dt"],
            ["products"] = products,
        };
    }

    private static IEnumerable<JArray> ItemsOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            return EventJson.Parse(System.Text.Encoding.UTF8.GetBytes(text)) is JArray items ? items.OfType<JArray>() : [];
        }
        catch (RefusedException)
        {
            return []; // an order without readable lines is still an order
        }
    }

    // Matomo's script gives each call a random number; a caller that gives nothing of the kind repeats itself word for word with
    // every new visit, so the time of arrival has to tell its calls apart.
    private string IdOf(NameValueCollection call, JObject json, int place)
    {
        var isDistinct = Known(call, "rand") is not null || Known(call, "cdt") is not null || Known(call, "pv_id") is not null;
        return EventJson.Digest(json.ToString(Formatting.None)
            + (isDistinct ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"@{receivedAt.UtcTicks}#{place}")));
    }
}
