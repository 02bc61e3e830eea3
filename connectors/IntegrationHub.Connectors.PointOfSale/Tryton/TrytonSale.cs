using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Makes an interaction <c>order</c> of a confirmed sale, and <c>refund</c> of one with a negative total.</summary>
internal sealed class TrytonSale(TrytonChannel channel)
{
    internal const string Stream = "orders";
    internal const string Model = "sale.sale";

    internal static readonly string[] Fields =
    [
        "number", "reference", "state", "sale_date", "party", "total_amount", "tax_amount", "currency.code", "warehouse.name", "company.rec_name",
        "payment_term.name", "origin", "create_date", "write_date",
        "lines.type", "lines.description", "lines.quantity", "lines.amount", "lines.product.name", "lines.product.code",
    ];

    private const string OriginOfReturn = Model + ",";
    private const int LinesMax = 500;

    private static readonly string[] SoldStates = ["confirmed", "processing", "done"];

    /// <summary>Gets the conditions of a full read: neither drafts nor quotations nor what was cancelled.</summary>
    internal static JArray Sold => [new JArray("state", "in", new JArray(SoldStates))];

    internal Message Map(JObject sale)
    {
        if (sale.Id() is not { } id)
        {
            return new RejectedRecord(Stream, "A sale has no id; expected one.", sale.ToString(Formatting.None));
        }

        if (!SoldStates.Contains(sale.Text("state"), StringComparer.Ordinal))
        {
            return new DeletedRecord(Stream, id); // It may have been confirmed when it was read before.
        }

        return (sale.Time("sale_date") ?? sale.Time("create_date")) is { } at
            ? Order(sale, id, at)
            : new RejectedRecord(Stream, "A sale has neither sale_date nor create_date; expected one.", sale.ToString(Formatting.None));
    }

    private InteractionRecord Order(JObject sale, string id, DateTimeOffset at)
    {
        var total = sale.Money("total_amount");
        var isRefund = total < 0;
        var party = sale.LinkId("party");
        var record = new InteractionRecord(Stream, id, isRefund ? "refund" : "order", at)
        {
            PersonStream = party is null ? null : TrytonParty.Stream,
            PersonKey = party,
            Channel = channel switch { TrytonChannel.Online => "online", TrytonChannel.Phone => "phone", _ => "store" },
            Direction = "in",
            Title = isRefund ? "Refund" : channel == TrytonChannel.Store ? "Purchase in store" : "Order",
            Amount = Positive(total),
            Currency = sale.Linked("currency")?.Text("code") is { Length: 3 } currency ? currency : null,
        };
        record.Details.Put("number", sale.Text("number"));
        record.Details.Put("reference", sale.Text("reference"));
        record.Details.Put("location", sale.Linked("warehouse")?.Text("name") ?? sale.Linked("company")?.Text("rec_name"));
        record.Details.Put("tax", Positive(sale.Money("tax_amount")));
        record.Details.Put("paymentTerm", sale.Linked("payment_term")?.Text("name"));
        record.Details.Put("order", sale.Text("origin") is { } origin && origin.StartsWith(OriginOfReturn, StringComparison.Ordinal) ? origin[OriginOfReturn.Length..] : null);
        foreach (var line in sale.LinkedAll("lines").Where(l => l.Text("type") == "line").Take(LinesMax))
        {
            record.Lines.Add(Line(line, isRefund ? -1 : 1));
        }

        return record;
    }

    private static InteractionLine Line(JObject line, int sign)
    {
        var product = line.Linked("product");
        return new InteractionLine(
            product?.Text("name") ?? line.Text("description") ?? "Product",
            sign * (line.Amount("quantity") ?? 1),
            sign * line.Money("amount"),
            product?.Text("code"));
    }

    private static decimal? Positive(decimal? amount) => amount is { } number ? Math.Abs(number) : null;
}
