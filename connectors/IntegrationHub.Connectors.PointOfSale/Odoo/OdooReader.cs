using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Reads partners, orders and loyalty cards, oldest change first.</summary>
internal sealed class OdooReader(OdooApi api)
{
    private const int CategoriesMax = 10_000;
    private const int PartsPerPage = 2_000;

    private static readonly JArray Sold = [new JArray("state", "in", new JArray("paid", "done", "invoiced"))];

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = new Newest(request.State, "write_date");
        var (pages, map) = await OpenAsync(request.Stream, cancellationToken).ConfigureAwait(false);
        await foreach (var (records, next) in pages.ReadAsync(OdooPlace.Of(request.State, request.Since), cancellationToken).ConfigureAwait(false))
        {
            foreach (var message in await map(records).ConfigureAwait(false))
            {
                yield return message;
            }

            foreach (var record in records)
            {
                newest.See(record);
            }

            var state = newest.ToState();
            next.WriteTo(state);
            yield return new Checkpoint(request.Stream, state, next.From);
        }

        yield return new Checkpoint(request.Stream, newest.ToState(), newest.Time);
        yield return new StreamCompleted(request.Stream);
    }

    private async Task<(OdooPages Pages, Func<IReadOnlyList<JObject>, Task<IReadOnlyList<Message>>> Map)> OpenAsync(
        string stream, CancellationToken cancellationToken)
    {
        switch (stream)
        {
            case OdooPartner.Stream:
                var partner = new OdooPartner(await CategoriesAsync(cancellationToken).ConfigureAwait(false));
                return (
                    await PagesAsync(OdooPartner.Model, OdooPartner.Fields, [], cancellationToken).ConfigureAwait(false),
                    records => Task.FromResult<IReadOnlyList<Message>>(records.SelectMany(partner.Map).ToList()));
            case OdooLoyaltyCard.Stream:
                var contactFields = await api.FieldsAsync(OdooPartner.Model, OdooPartner.ContactFields, cancellationToken).ConfigureAwait(false);
                return (
                    await PagesAsync(OdooLoyaltyCard.Model, OdooLoyaltyCard.Fields, OdooLoyaltyCard.Domain, cancellationToken).ConfigureAwait(false),
                    records => CardsAsync(records, contactFields, cancellationToken));
            case OdooOrder.Stream:
                var lineFields = await api.FieldsAsync(OdooOrder.LineModel, OdooOrder.LineFields, cancellationToken).ConfigureAwait(false);
                var paymentFields = await api.FieldsAsync(OdooOrder.PaymentModel, OdooOrder.PaymentFields, cancellationToken).ConfigureAwait(false);
                return (
                    await PagesAsync(OdooOrder.Model, OdooOrder.Fields, Sold, cancellationToken).ConfigureAwait(false),
                    records => OrdersAsync(records, lineFields, paymentFields, cancellationToken));
            default:
                throw ConnectorException.Defect($"There is no stream '{stream}'; expected one of those discovered.");
        }
    }

    private async Task<OdooPages> PagesAsync(string model, string[] fields, JArray always, CancellationToken cancellationToken) =>
        new(api, model, await api.FieldsAsync(model, fields, cancellationToken).ConfigureAwait(false), always);

    private async Task<IReadOnlyList<Message>> CardsAsync(IReadOnlyList<JObject> cards, JArray contactFields, CancellationToken cancellationToken)
    {
        if (cards.Count == 0)
        {
            return [];
        }

        var ids = new JArray(cards.Select(c => (c["partner_id"] as JArray)?.FirstOrDefault()).OfType<JToken>().Select(i => i.DeepClone()));
        var domain = new JArray { new JArray("id", "in", ids) };
        var found = await api.SearchAsync(OdooPartner.Model, domain, contactFields, "id", cards.Count, cancellationToken).ConfigureAwait(false);
        var holders = found.ToDictionary(p => p.Id() ?? string.Empty, StringComparer.Ordinal);
        return cards.Select(c => OdooLoyaltyCard.Map(c, holders.GetValueOrDefault(c.LinkId("partner_id") ?? string.Empty))).ToList();
    }

    private async Task<IReadOnlyList<Message>> OrdersAsync(
        IReadOnlyList<JObject> orders, JArray lineFields, JArray paymentFields, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
        {
            return [];
        }

        var lines = await PartsAsync(OdooOrder.LineModel, "order_id", lineFields, orders, cancellationToken).ConfigureAwait(false);
        var payments = await PartsAsync(OdooOrder.PaymentModel, "pos_order_id", paymentFields, orders, cancellationToken).ConfigureAwait(false);
        return orders.Select(o => OdooOrder.Map(o, lines[o.Id() ?? string.Empty], payments[o.Id() ?? string.Empty])).ToList();
    }

    private async Task<ILookup<string, JObject>> PartsAsync(
        string model, string link, JArray fields, IReadOnlyList<JObject> orders, CancellationToken cancellationToken)
    {
        var ids = new JArray(orders.Select(o => o["id"]!.DeepClone()));
        var parts = new List<JObject>();
        int count;
        do
        {
            var after = parts.Count == 0 ? 0 : long.Parse(parts[^1].Id()!, CultureInfo.InvariantCulture);
            var domain = new JArray(new JArray(link, "in", ids), new JArray("id", ">", after));
            var page = await api.SearchAsync(model, domain, fields, "id", PartsPerPage, cancellationToken).ConfigureAwait(false);
            count = page.Count;
            parts.AddRange(page);
        }
        while (count == PartsPerPage);

        return parts.ToLookup(p => p.LinkId(link) ?? string.Empty, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyDictionary<string, string>> CategoriesAsync(CancellationToken cancellationToken)
    {
        var categories = await api.SearchAsync(
            "res.partner.category", [], new JArray("name"), "id", CategoriesMax, cancellationToken).ConfigureAwait(false);
        return categories
            .Where(c => c.Id() is not null && c.Text("name") is not null)
            .ToDictionary(c => c.Id()!, c => c.Text("name")!, StringComparer.Ordinal);
    }
}
