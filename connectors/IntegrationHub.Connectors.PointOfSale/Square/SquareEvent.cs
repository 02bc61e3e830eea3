using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes messages of one webhook event. The keys are those of the records, so an event that comes again changes nothing.</summary>
internal static class SquareEvent
{
    internal static IEnumerable<Message> Map(string type, JObject data)
    {
        var kind = type[..Math.Max(0, type.LastIndexOf('.'))];
        var record = data.Object("object");
        return kind switch
        {
            "customer" => IsDeleted(type, data) ? Deleted(SquareCustomer.Stream, data) : Each(record?.Object("customer"), SquareCustomer.Map),
            "loyalty.account" => IsDeleted(type, data)
                ? Deleted(SquareLoyaltyAccount.Stream, data)
                : Each(record?.Object("loyalty_account"), SquareLoyaltyAccount.Map),
            "loyalty.event" => Each(record?.Object("loyalty_event"), SquareLoyaltyEvent.Map),
            "payment" => Each(record?.Object("payment"), SquarePayment.Map),
            "refund" => Each(record?.Object("refund"), SquarePayment.MapRefund),

            // Order events name an order and hold nothing of it; the pull connector reads it.
            _ => [],
        };
    }

    private static bool IsDeleted(string type, JObject data) =>
        type.EndsWith(".deleted", StringComparison.Ordinal) || data["deleted"] is JValue { Value: true };

    private static IEnumerable<Message> Deleted(string stream, JObject data) => data.Text("id") is { } id ? [new DeletedRecord(stream, id)] : [];

    private static IEnumerable<Message> Each(JObject? record, Func<JToken, IEnumerable<Message>> map) => record is null ? [] : map(record);
}
