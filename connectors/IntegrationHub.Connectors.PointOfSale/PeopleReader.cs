using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Reads the stream <c>people</c>: all customers by listing them, changed ones by searching.</summary>
internal sealed class PeopleReader(SquareApi api)
{
    private const string CursorName = "cursor";

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = new Newest(request.State);
        await foreach (var (customers, cursor) in PagesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            foreach (var customer in customers)
            {
                newest.See(customer);
                foreach (var message in CustomerMapping.Map(customer))
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
    private async IAsyncEnumerable<(JArray Customers, string? Cursor)> PagesAsync(
        StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = (string?)request.State?[CursorName];
        var pages = OpenAsync(request, cursor, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
                pages = OpenAsync(request, null, cancellationToken).GetAsyncEnumerator(cancellationToken);
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

    private IAsyncEnumerable<(JArray Records, string? Cursor)> OpenAsync(StreamRequest request, string? cursor, CancellationToken cancellationToken) =>
        request.Since is { } since
            ? api.ChangedCustomersAsync(since, cursor, cancellationToken)
            : api.CustomersAsync(cursor, cancellationToken);
}
