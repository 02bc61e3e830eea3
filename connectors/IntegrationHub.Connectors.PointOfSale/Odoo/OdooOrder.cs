using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Makes an interaction <c>order</c> of a sale at the till, and <c>refund</c> of one with a negative total.</summary>
internal static class OdooOrder
{
    internal const string Stream = "orders";
    internal const string Model = "pos.order";
    internal const string LineModel = "pos.order.line";
    internal const string PaymentModel = "pos.payment";

    internal static readonly string[] Fields =
    [
        "name", "pos_reference", "date_order", "partner_id", "amount_total", "amount_tax", "tip_amount", "currency_id", "config_id",
        "session_id", "state", "refunded_order_ids", "write_date",
    ];

    internal static readonly string[] LineFields = ["order_id", "full_product_name", "product_id", "qty", "price_subtotal_incl"];

    // Never the holder's name nor the transaction; card_no is the last four digits.
    internal static readonly string[] PaymentFields = ["pos_order_id", "payment_method_id", "card_type", "card_brand", "card_no", "is_change"];

    private const int LinesMax = 500;

    internal static Message Map(JObject order, IEnumerable<JObject> lines, IEnumerable<JObject> payments)
    {
        if (order.Id() is not { } id || order.Time("date_order") is not { } at)
        {
            return new RejectedRecord(Stream, "An order has no id or no date_order; expected both.", order.ToString(Formatting.None));
        }

        var total = order.Amount("amount_total");
        var isRefund = total < 0;
        var partner = order.LinkId("partner_id");
        var record = new InteractionRecord(Stream, id, isRefund ? "refund" : "order", at)
        {
            PersonStream = partner is null ? null : OdooPartner.Stream,
            PersonKey = partner,
            Channel = "store",
            Direction = "in",
            Title = isRefund ? "Refund" : "Purchase in store",
            Amount = total is { } amount ? Math.Abs(amount) : null,
            Currency = order.LinkName("currency_id") is { Length: 3 } currency ? currency : null,
        };
        record.Details.Put("number", order.Text("pos_reference") ?? order.Text("name"));
        record.Details.Put("location", order.LinkName("config_id") ?? order.LinkName("session_id"));
        record.Details.Put("tax", Positive(order.Amount("amount_tax")));
        record.Details.Put("tip", order.Amount("tip_amount"));
        record.Details.Put("order", order.Ids("refunded_order_ids").FirstOrDefault());
        foreach (var line in lines.Take(LinesMax))
        {
            record.Lines.Add(Line(line, isRefund));
        }

        var paid = new JArray(payments.Where(p => !p.IsTrue("is_change")).Select(Payment));
        if (paid.Count > 0)
        {
            record.Details["payments"] = paid;
        }

        return record;
    }

    // Odoo writes a product as "[SKU] Name" in links, and its plain name on the line.
    private static InteractionLine Line(JObject line, bool isRefund)
    {
        var product = line.LinkName("product_id");
        var end = product?.StartsWith('[') == true ? product.IndexOf("] ", StringComparison.Ordinal) : -1;
        var sign = isRefund ? -1 : 1;
        return new InteractionLine(
            line.Text("full_product_name") ?? product ?? "Product",
            sign * (line.Amount("qty") ?? 1),
            sign * line.Amount("price_subtotal_incl"),
            end > 0 ? product![1..end] : null);
    }

    private static JObject Payment(JObject payment)
    {
        var json = new JObject { ["type"] = payment.LinkName("payment_method_id") };
        json.Put("brand", payment.Text("card_brand") ?? payment.Text("card_type"));
        var digits = string.Concat((payment.Text("card_no") ?? string.Empty).Where(char.IsAsciiDigit));
        json.Put("lastFour", digits.Length >= 4 ? digits[^4..] : null);
        return json;
    }

    private static decimal? Positive(decimal? amount) => amount is { } number ? Math.Abs(number) : null;
}
