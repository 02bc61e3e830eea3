using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Reads parties and sales, or those of them that were changed, by id.</summary>
/// <remarks>By id and not by the time of change, as Odoo is read: a record that was never changed has no such time, only one of its
/// making, and Tryton orders by fields alone, not by the later of two. Ids do not move, so nothing is skipped while others write; what
/// changes behind the reader is changed after the run began, and no cursor goes past that.</remarks>
internal sealed class TrytonReader(TrytonApi api, TrytonSettings settings)
{
    private const string AfterName = "after";

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (model, fields, always, parts, map) = Plan(request.Stream);
        var changed = request.Since is { } since ? ChangedSince(since, parts) : always;
        var newest = new Newest(request.State, null);
        var after = (long?)request.State?[AfterName] ?? 0;
        IReadOnlyList<JObject> page;
        do
        {
            var domain = new JArray(changed) { new JArray("id", ">", after) };
            page = await api.SearchAsync(model, domain, fields, api.PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                after = Forward(model, after, record);
                newest.See(ChangedAt(record, parts));
                yield return map(record);
            }

            var state = newest.ToState();
            state[AfterName] = after;
            yield return new Checkpoint(request.Stream, state);
        }
        while (page.Count == api.PageSize);

        yield return new Checkpoint(request.Stream, newest.ToState(), newest.Time);
        yield return new StreamCompleted(request.Stream);
    }

    private (string Model, string[] Fields, JArray Always, string[] Parts, Func<JObject, Message> Map) Plan(string stream) => stream switch
    {
        TrytonParty.Stream => (TrytonParty.Model, TrytonParty.Fields, TrytonParty.Kept, TrytonParty.Parts, TrytonParty.Map),
        TrytonSale.Stream => (TrytonSale.Model, TrytonSale.Fields, TrytonSale.Sold, [], new TrytonSale(settings.Channel).Map),
        _ => throw ConnectorException.Defect($"There is no stream '{stream}'; expected one of those discovered."),
    };

    // Of an incremental read no record is left out for what it is now: it may have been another when it was read before.
    private static JArray ChangedSince(DateTimeOffset since, string[] parts)
    {
        var any = new JArray("OR");
        foreach (var part in parts.Select(p => p + ".").Prepend(string.Empty))
        {
            any.Add(new JArray(part + "create_date", ">=", TrytonValues.Write(since)));
            any.Add(new JArray(part + "write_date", ">=", TrytonValues.Write(since)));
        }

        return [any];
    }

    private static DateTimeOffset? ChangedAt(JObject record, string[] parts) =>
        parts.SelectMany(p => record.Objects(p + ".")).Prepend(record).Select(TrytonValues.ChangedAt).Max();

    private static long Forward(string model, long after, JObject record) => record["id"] is JValue { Value: long id } && id > after
        ? id
        : throw ConnectorException.Defect(string.Create(CultureInfo.InvariantCulture, $"Tryton gave a record of {model} with no id above {after}; expected them by id, and the paging would go round in a loop."));
}
