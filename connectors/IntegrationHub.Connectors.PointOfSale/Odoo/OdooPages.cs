using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Pages through a model by the time of change, so that nothing is lost while others write.</summary>
/// <remarks>Odoo shows whole seconds and keeps microseconds, and all records of one transaction have the same time. So when a page ends
/// within a second, that second is read on by id, and then what follows it. Nothing is skipped by an offset.</remarks>
internal sealed class OdooPages(OdooApi api, string model, JArray fields, JArray always)
{
    internal async IAsyncEnumerable<(IReadOnlyList<JObject> Records, OdooPlace Next)> ReadAsync(
        OdooPlace start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = start;
        var known = new HashSet<long>();
        while (true)
        {
            var domain = new JArray(always.Concat(place.Domain()).Select(c => c.DeepClone()));
            var page = await api.SearchAsync(model, domain, fields, place.Order, api.PageSize, cancellationToken).ConfigureAwait(false);
            var isLast = page.Count < api.PageSize;
            var records = page.Where(r => !known.Contains(IdOf(r))).ToList();
            if (place.AfterId is not null)
            {
                place = isLast ? new OdooPlace(place.From!.Value.AddSeconds(1), null) : place with { AfterId = Forward(place, IdOf(page[^1])) };
                if (isLast)
                {
                    known.Clear();
                    isLast = false;
                }
            }
            else if (!isLast)
            {
                var second = page[^1].Time("write_date")
                    ?? throw ConnectorException.Defect($"A record of {model} has no write_date; expected one, to page by.");
                known = page.Where(r => r.Time("write_date") == second).Select(IdOf).ToHashSet();
                place = new OdooPlace(second, 0);
            }

            yield return (records, place);
            if (isLast)
            {
                yield break;
            }
        }
    }

    private static long IdOf(JObject record) => (long?)(record["id"] as JValue) ?? 0;

    private long Forward(OdooPlace place, long id) => id > place.AfterId
        ? id
        : throw ConnectorException.Defect(string.Create(CultureInfo.InvariantCulture, $"Odoo gave {model} {id} again after {place.AfterId}; the paging goes round in a loop."));
}
