using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Reads the stream <c>orders</c>, oldest change first, ten locations at a time.</summary>
/// <remarks>Goes on by the time of the last change and not by Square's paging cursor, which does not live long. Changes at
/// that very time come again; the hub knows them.</remarks>
internal sealed class SquareOrderReader(SquareApi api, SquareSettings settings)
{
    private const int LocationsPerRequestMax = 10;
    private const string BatchName = "batch";
    private const string FromName = "from";

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (locations, names) = await LocationsAsync(cancellationToken).ConfigureAwait(false);
        var map = new SquareOrder(names);
        var newest = new Newest(request.State, "updated_at");
        var batches = locations.Chunk(LocationsPerRequestMax).ToList();
        var (first, from) = Place(request.State);
        for (var batch = first; batch < batches.Count; batch++)
        {
            var since = batch == first && from is not null ? from : request.Since;
            DateTimeOffset? reached = since;
            await foreach (var (orders, _) in api.OrdersAsync(batches[batch], since, cancellationToken).ConfigureAwait(false))
            {
                foreach (var order in orders)
                {
                    newest.See(order);
                    reached = SourceTime.Read((string?)order["updated_at"]) ?? reached;
                    foreach (var message in map.Map(order))
                    {
                        yield return message;
                    }
                }

                var state = newest.ToState();
                state[BatchName] = batch;
                state[FromName] = reached is { } time ? SourceTime.Write(time) : null;

                // The time counts for the whole stream only when no other batch is still to come.
                yield return new Checkpoint(request.Stream, state, batches.Count == 1 ? reached : null);
            }
        }

        yield return new Checkpoint(request.Stream, newest.ToState(), newest.Time);
        yield return new StreamCompleted(request.Stream);
    }

    private static (int Batch, DateTimeOffset? From) Place(JToken? state) =>
        state?[BatchName] is JValue { Value: not null } batch ? ((int)batch, SourceTime.Read((string?)state[FromName])) : (0, null);

    private async Task<(IReadOnlyList<string> Ids, IReadOnlyDictionary<string, string?> Names)> LocationsAsync(CancellationToken cancellationToken)
    {
        if (settings.LocationIds.Count > 0)
        {
            var ids = settings.LocationIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return (ids, new Dictionary<string, string?>(StringComparer.Ordinal));
        }

        var known = await api.LocationsAsync(cancellationToken).ConfigureAwait(false);
        return (known.Select(l => l.Id).ToList(), known.ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal));
    }
}
