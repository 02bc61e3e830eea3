using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Reads a list page by page and goes on at Square's own paging cursor.</summary>
/// <param name="api">Says whether a cursor was refused.</param>
/// <param name="open">Opens the list at a cursor.</param>
/// <param name="map">Makes messages of a record.</param>
/// <param name="timeField">The field with the time that the next read starts from; <see langword="null"/> where every read is a full one.</param>
internal sealed class SquareListReader(
    SquareApi api, Func<string?, IAsyncEnumerable<(JArray Records, string? Cursor)>> open, Func<JToken, IEnumerable<Message>> map, string? timeField)
{
    private const string CursorName = "cursor";

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = new Newest(request.State, timeField);
        await foreach (var (records, cursor) in PagesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            foreach (var record in records)
            {
                newest.See(record);
                foreach (var message in map(record))
                {
                    yield return message;
                }
            }

            if (!string.IsNullOrEmpty(cursor))
            {
                var state = newest.ToState();
                state[CursorName] = cursor;
                yield return new Checkpoint(request.Stream, state);
            }
        }

        yield return new Checkpoint(request.Stream, newest.ToState(), newest.Time);
        yield return new StreamCompleted(request.Stream);
    }

    /// <summary>Goes on at the cursor of the last checkpoint; from the start when Square has forgotten that cursor.</summary>
    private async IAsyncEnumerable<(JArray Records, string? Cursor)> PagesAsync(
        StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = (string?)request.State?[CursorName];
        var pages = open(cursor).GetAsyncEnumerator(cancellationToken);
        try
        {
            bool hasPage;
            try
            {
                hasPage = await pages.MoveNextAsync().ConfigureAwait(false);
            }
            catch (ConnectorException) when (cursor is not null && api.WasCursorRefused)
            {
                await pages.DisposeAsync().ConfigureAwait(false);
                pages = open(null).GetAsyncEnumerator(cancellationToken);
                hasPage = await pages.MoveNextAsync().ConfigureAwait(false);
            }

            while (hasPage)
            {
                yield return pages.Current;
                hasPage = await pages.MoveNextAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await pages.DisposeAsync().ConfigureAwait(false);
        }
    }
}
