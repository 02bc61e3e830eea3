using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>Reads lists page by page, lazily, and never for ever: a cursor or link that repeats, a page that repeats, and
/// too many pages each end in a <see cref="FailureKind.Defect"/> that names it.</summary>
public static class Paging
{
    /// <summary>Pages by a cursor that each page gives for the next.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">Makes the request for a cursor; <see langword="null"/> for the first page.</param>
    /// <param name="nextCursor">Takes the next cursor from a page; null or empty after the last.</param>
    /// <param name="options">Where the records are, and limits.</param>
    /// <param name="start">The cursor to start from, when a former read goes on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ConnectorException">A page could not be read, or the paging loops.</exception>
    public static async IAsyncEnumerable<HttpAnswer> ByCursorAsync(
        HubHttpClient client,
        Func<string?, HubHttpRequest> request,
        Func<JToken, string?> nextCursor,
        PagingOptions options,
        string? start = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(nextCursor);
        ArgumentNullException.ThrowIfNull(options);

        var guard = new PageGuard(options);
        var cursor = start;
        do
        {
            var page = await client.SendAsync(request(cursor), cancellationToken).ConfigureAwait(false);
            guard.Enter(page);
            cursor = nextCursor(page.Body);
            if (!string.IsNullOrEmpty(cursor))
            {
                guard.Follow(page, cursor, "cursor");
            }

            yield return page;
        }
        while (!string.IsNullOrEmpty(cursor));
    }

    /// <summary>Pages by offset until a page has fewer records than asked for.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">Makes the request for an offset, counted in records from 0.</param>
    /// <param name="limit">How many records a page has, at least 1.</param>
    /// <param name="options">Where the records are, and limits.</param>
    /// <param name="overlap">How many records each page repeats of the one before, for lists that move while they are read;
    /// 0 to <paramref name="limit"/> less one. The reader leaves the repeated ones out.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ConnectorException">A page could not be read, or the paging loops.</exception>
    public static async IAsyncEnumerable<HttpAnswer> ByOffsetAsync(
        HubHttpClient client,
        Func<long, HubHttpRequest> request,
        int limit,
        PagingOptions options,
        int overlap = 0,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(overlap, limit);

        var guard = new PageGuard(options);
        var offset = 0L;
        int count;
        do
        {
            var page = await client.SendAsync(request(offset), cancellationToken).ConfigureAwait(false);
            count = guard.Enter(page)?.Count ?? 0;
            offset += limit - overlap;
            yield return page;
        }
        while (count >= limit);
    }

    /// <summary>Pages by number until a page is empty, or shorter than a full one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">Makes the request for a page.</param>
    /// <param name="options">Where the records are, and limits.</param>
    /// <param name="first">The number of the first page: 1, or 0 where the system counts so.</param>
    /// <param name="limit">How many records a full page has; <see langword="null"/> where the system decides, then the reading ends with an
    /// empty page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ConnectorException">A page could not be read, or the paging loops.</exception>
    public static async IAsyncEnumerable<HttpAnswer> ByPageNumberAsync(
        HubHttpClient client,
        Func<long, HubHttpRequest> request,
        PagingOptions options,
        long first = 1,
        int? limit = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);

        var guard = new PageGuard(options);
        var number = first;
        int count;
        do
        {
            var page = await client.SendAsync(request(number), cancellationToken).ConfigureAwait(false);
            count = guard.Enter(page)?.Count ?? 0;
            number++;
            yield return page;
        }
        while (count > 0 && count >= (limit ?? 1));
    }

    /// <summary>Pages by a GraphQL connection's <c>pageInfo { hasNextPage endCursor }</c>.</summary>
    /// <param name="client">The client; give its options <see cref="GraphQl.FailureOf"/>.</param>
    /// <param name="request">Makes the request for a cursor (see <see cref="GraphQl.Query"/>); <see langword="null"/> for the first page.</param>
    /// <param name="connection">Where the answer holds the connection, the object that <c>pageInfo</c> is in.</param>
    /// <param name="options">Where the records are, and limits.</param>
    /// <param name="start">The cursor to start from, when a former read goes on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ConnectorException">A page could not be read or has no pageInfo, or the paging loops.</exception>
    public static IAsyncEnumerable<HttpAnswer> ByPageInfoAsync(
        HubHttpClient client,
        Func<string?, HubHttpRequest> request,
        Func<JToken, JToken?> connection,
        PagingOptions options,
        string? start = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return ByCursorAsync(client, request, body => EndCursorOf(connection(body)), options, start, cancellationToken);
    }

    /// <summary>Pages by links: each page says where the next one is.</summary>
    /// <param name="client">The client; links must stay on its allowed hosts.</param>
    /// <param name="first">The request for the first page.</param>
    /// <param name="nextLink">Takes the next address, whole or relative to the base address, from a page (its body, or its
    /// <c>Link</c> header by <see cref="LinkHeader.Next"/>); null or empty after the last.</param>
    /// <param name="options">Where the records are, and limits.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ConnectorException">A page could not be read, the paging loops, or a link leaves the allowed hosts.</exception>
    public static async IAsyncEnumerable<HttpAnswer> ByNextLinkAsync(
        HubHttpClient client,
        HubHttpRequest first,
        Func<HttpAnswer, string?> nextLink,
        PagingOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(nextLink);
        ArgumentNullException.ThrowIfNull(options);

        var guard = new PageGuard(options);
        var request = first;
        string? link;
        do
        {
            var page = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            guard.Enter(page);
            link = nextLink(page);
            if (!string.IsNullOrEmpty(link))
            {
                guard.Follow(page, link, "next link");
                request = HubHttpRequest.Get(link);
            }

            yield return page;
        }
        while (!string.IsNullOrEmpty(link));
    }

    // A page that says there is more but not where would silently cut the reading short.
    private static string? EndCursorOf(JToken? connection)
    {
        if ((connection as JObject)?["pageInfo"] is not JObject info || info["hasNextPage"] is not JValue { Value: bool hasNext })
        {
            throw ConnectorException.Defect("A page has no pageInfo with hasNextPage; ask for it in the query.");
        }

        var cursor = (string?)(info["endCursor"] as JValue);
        return !hasNext || !string.IsNullOrEmpty(cursor)
            ? (hasNext ? cursor : null)
            : throw ConnectorException.Defect("A page says that there is a next one and gives no endCursor; ask for it in the query.");
    }
}
