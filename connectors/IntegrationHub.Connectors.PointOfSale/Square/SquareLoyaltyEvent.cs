using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes an interaction <c>loyalty</c> of a line in a loyalty account's ledger.</summary>
internal static class SquareLoyaltyEvent
{
    internal const string Stream = "loyalty-events";

    internal static IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject entry || entry.Text("id") is not { } id || SourceTime.Read(entry.Text("created_at")) is not { } at)
        {
            return [new RejectedRecord(Stream, "A loyalty event has no id or no created_at; expected both.", json.ToString(Formatting.None))];
        }

        // What happened stands under the name of the type in lower case; OTHER stands under other_event.
        var type = entry.Text("type") ?? "OTHER";
        var more = type == "OTHER" ? entry.Object("other_event") : entry.Object(type.ToLowerInvariant());
        var points = more?.Number("points");
        var account = entry.Text("loyalty_account_id");
        var record = new InteractionRecord(Stream, id, "loyalty", at)
        {
            PersonStream = account is null ? null : SquareLoyaltyAccount.Stream,
            PersonKey = account,
            Channel = entry.Text("source") == "SQUARE" ? "store" : null,
            Title = TitleOf(type, points),
        };
        record.Details["kind"] = type.ToLowerInvariant();
        record.Details.Put("points", points);
        record.Details.Put("order", more?.Text("order_id"));
        record.Details.Put("reason", more?.Text("reason"));
        record.Details.Put("location", entry.Text("location_id"));
        return [record];
    }

    private static string TitleOf(string type, decimal? points)
    {
        var amount = points is { } number ? string.Create(CultureInfo.InvariantCulture, $" ({number:0} points)") : string.Empty;
        return type switch
        {
            "ACCUMULATE_POINTS" or "ACCUMULATE_PROMOTION_POINTS" => "Points earned" + amount,
            "CREATE_REWARD" => "Reward chosen" + amount,
            "REDEEM_REWARD" => "Reward redeemed",
            "DELETE_REWARD" => "Reward given back" + amount,
            "ADJUST_POINTS" => "Points adjusted" + amount,
            "EXPIRE_POINTS" => "Points expired" + amount,
            _ => "Loyalty" + amount,
        };
    }
}
