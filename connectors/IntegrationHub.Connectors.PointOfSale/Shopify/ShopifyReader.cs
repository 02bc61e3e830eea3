using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Reads customers and orders, oldest change first.</summary>
/// <remarks>A read that died goes on by the time of the last change, bound included: what changed at that very time comes again, and the
/// hub knows it. What changes while it is read moves to the end and comes again there.</remarks>
internal sealed class ShopifyReader(ShopifyApi api)
{
    private const int LinesMax = 500;
    private const string FromName = "from";

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = new Newest(request.State, "updatedAt");
        var from = SourceTime.Read((string?)request.State?[FromName]) ?? request.Since;
        var isOrders = request.Stream == ShopifyOrder.Stream;
        var pages = isOrders ? api.OrdersAsync(from, cancellationToken) : api.CustomersAsync(from, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var record in page)
            {
                newest.See(record);
                var messages = isOrders ? await OrderAsync(record, cancellationToken).ConfigureAwait(false) : ShopifyCustomer.Map(record);
                foreach (var message in messages)
                {
                    yield return message;
                }
            }

            var reached = SourceTime.Read((page.LastOrDefault() as JObject)?.Text("updatedAt")) ?? from;
            var state = newest.ToState();
            state[FromName] = reached is { } time ? SourceTime.Write(time) : null;
            yield return new Checkpoint(request.Stream, state, reached);
        }

        yield return new Checkpoint(request.Stream, newest.ToState(), newest.Time);
        yield return new StreamCompleted(request.Stream);
    }

    private async Task<IReadOnlyList<Message>> OrderAsync(JToken json, CancellationToken cancellationToken)
    {
        if (json is not JObject order || order.Text("id") is not { } gid || order.Text("legacyResourceId") is not { } id
            || (SourceTime.Read(order.Text("processedAt")) ?? SourceTime.Read(order.Text("createdAt"))) is not { } at)
        {
            (json as JObject)?.Remove("transactions");
            return [new RejectedRecord(ShopifyOrder.Stream, "An order has no id or no time; expected both.", json.ToString(Formatting.None))];
        }

        // An order of the shop's own test gateway is no purchase.
        if (order["test"] is JValue { Value: true })
        {
            return [];
        }

        var lines = await LinesAsync(order, gid, cancellationToken).ConfigureAwait(false);
        var messages = new List<Message> { ShopifyOrder.Map(order, id, at, lines.Take(LinesMax)) };
        foreach (var refundId in await RefundIdsAsync(order, gid, cancellationToken).ConfigureAwait(false))
        {
            if (await api.RefundAsync(refundId, cancellationToken).ConfigureAwait(false) is { } refund)
            {
                messages.Add(ShopifyOrder.MapRefund(order, id, refund) ?? (Message)new RejectedRecord(
                    ShopifyOrder.Stream, "A refund has no id or no time; expected both.", refund.ToString(Formatting.None)));
            }
        }

        return messages;
    }

    private async Task<IEnumerable<JObject>> LinesAsync(JObject order, string gid, CancellationToken cancellationToken)
    {
        var first = order.Object("lineItems");
        var lines = first?.Objects("nodes") ?? [];
        return first?.Object("pageInfo") is { } info && info["hasNextPage"] is JValue { Value: true }
            ? lines.Concat(await api.LinesAsync(gid, info.Text("endCursor"), LinesMax, cancellationToken).ConfigureAwait(false))
            : lines;
    }

    private async Task<IReadOnlyList<string>> RefundIdsAsync(JObject order, string gid, CancellationToken cancellationToken)
    {
        var ids = order.Objects("refunds").Select(r => r.Text("id")).OfType<string>().ToList();
        return ids.Count < ShopifyQueries.RefundsWithOrder ? ids : await api.RefundIdsAsync(gid, cancellationToken).ConfigureAwait(false);
    }
}
