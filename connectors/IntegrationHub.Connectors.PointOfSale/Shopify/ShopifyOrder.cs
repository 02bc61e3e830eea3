using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Makes an interaction <c>order</c> of an order and <c>refund</c> of a refund.</summary>
internal static class ShopifyOrder
{
    internal const string Stream = "orders";

    internal static InteractionRecord Map(JObject order, string id, DateTimeOffset at, IEnumerable<JObject> lines)
    {
        var isCancelled = order.Text("cancelledAt") is not null;
        var record = New(order, id, isCancelled ? "order-cancelled" : "order", at, order.Object("totalPriceSet"));
        record.Title = isCancelled ? "Cancelled order" : record.Channel == "online" ? "Online order" : "Purchase in store";
        foreach (var line in lines)
        {
            record.Lines.Add(new InteractionLine(
                line.Text("name") ?? "Custom item", line.Number("quantity") ?? 1, Amount(line.Object("discountedTotalSet")), line.Text("sku")));
        }

        record.Details.Put("number", order.Text("name"));
        record.Details.Put("tax", Amount(order.Object("totalTaxSet")));
        record.Details.Put("discount", Amount(order.Object("totalDiscountsSet")));
        record.Details.Put("tip", Amount(order.Object("totalTipReceivedSet")));
        if (order["discountCodes"] is JArray { Count: > 0 } codes)
        {
            record.Details["discountCodes"] = codes.DeepClone();
        }

        var payments = new JArray(order.Objects("transactions").Where(IsPayment).Select(Payment));
        if (payments.Count > 0)
        {
            record.Details["payments"] = payments;
        }

        return record;
    }

    internal static InteractionRecord? MapRefund(JObject order, string orderId, JObject refund)
    {
        if (refund.Text("legacyResourceId") is not { } id
            || (SourceTime.Read(refund.Text("processedAt")) ?? SourceTime.Read(refund.Text("createdAt"))) is not { } at)
        {
            return null;
        }

        var record = New(order, "refund:" + id, "refund", at, refund.Object("totalRefundedSet"));
        record.Title = "Refund";
        record.Details["order"] = orderId;
        foreach (var line in refund.Object("refundLineItems")?.Objects("nodes") ?? [])
        {
            var item = line.Object("lineItem");
            record.Lines.Add(new InteractionLine(
                item?.Text("name") ?? "Custom item", line.Number("quantity") ?? 1, Amount(line.Object("subtotalSet")), item?.Text("sku")));
        }

        return record;
    }

    private static InteractionRecord New(JObject order, string key, string type, DateTimeOffset at, JObject? money)
    {
        var customer = order.Object("customer")?.Text("legacyResourceId");
        var location = order.Object("retailLocation")?.Text("name");
        var record = new InteractionRecord(Stream, key, type, at)
        {
            PersonStream = customer is null ? null : ShopifyCustomer.Stream,
            PersonKey = customer,
            Channel = location is not null || order.Text("sourceName") == "pos" ? "store" : "online",
            Direction = "in",
            Amount = Amount(money),
            Currency = money?.Object("shopMoney")?.Text("currencyCode"),
        };
        record.Details.Put("location", location);
        return record;
    }

    private static decimal? Amount(JObject? money) => money?.Object("shopMoney")?.Number("amount");

    private static bool IsPayment(JObject transaction) =>
        transaction.Text("kind") is "SALE" or "CAPTURE" && transaction.Text("status") == "SUCCESS";

    // The number comes masked ("•••• 4242"); its digits can only be the last four.
    private static JObject Payment(JObject transaction)
    {
        var payment = new JObject { ["type"] = transaction.Text("gateway") };
        if (transaction.Object("paymentDetails") is { } card)
        {
            payment.Put("brand", card.Text("company"));
            var digits = string.Concat((card.Text("number") ?? string.Empty).Where(char.IsAsciiDigit));
            payment.Put("lastFour", digits.Length >= 4 ? digits[^4..] : null);
        }

        return payment;
    }
}
