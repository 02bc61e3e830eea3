using System.Runtime.CompilerServices;
using IntegrationHub.Client.Wire;

namespace IntegrationHub.Client;

/// <summary>Reads customers out of a hub.</summary>
/// <remarks>
/// Thread-safe. The <see cref="HttpClient"/> is the caller's: it carries the hub's address and the API key, its handlers wait and repeat
/// as the application wants, and the caller disposes of it. Every method throws <see cref="HubProblemException"/> when the hub refuses,
/// and <see cref="HttpRequestException"/> when it cannot be reached.
/// </remarks>
public sealed class HubClient
{
    private const int PageSize = 1000;

    private readonly HubTransport _transport;

    /// <summary>Creates a client.</summary>
    /// <param name="http">With <see cref="HttpClient.BaseAddress"/> set to the hub's address, and the key in
    /// <c>DefaultRequestHeaders.Authorization</c> as <c>Bearer KEY</c> or added by a handler.</param>
    /// <exception cref="ArgumentException">The base address is missing.</exception>
    public HubClient(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null)
        {
            throw new ArgumentException("The HttpClient has no BaseAddress; set it to the hub's address, for example http://127.0.0.1:5480.", nameof(http));
        }

        _transport = new HubTransport(http);
    }

    /// <summary>Gets one customer. An old id of a merged customer gives the customer it became part of.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="query">How much to give; all values and nothing beside them when it is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The customer.</returns>
    /// <exception cref="HubProblemException">There is no such customer (status 404), or the hub refused.</exception>
    public async Task<Customer> GetCustomerAsync(Guid id, CustomerQuery? query = null, CancellationToken cancellationToken = default) =>
        (await GetAsync(id, null, query, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Gets one customer unless the caller has it already as it is.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="etag">The <see cref="Customer.ETag"/> of what the caller has, got with the same <paramref name="query"/>.</param>
    /// <param name="query">How much to give.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The customer; <see langword="null"/> when nothing changed.</returns>
    /// <exception cref="HubProblemException">There is no such customer (status 404), or the hub refused.</exception>
    public Task<Customer?> GetCustomerIfChangedAsync(
        Guid id, string etag, CustomerQuery? query = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(etag);
        return GetAsync(id, etag, query, cancellationToken);
    }

    /// <summary>Finds everyone who has one of these values. They travel in the body, never in a URL.</summary>
    /// <param name="identifiers">The values, 1 to 50.</param>
    /// <param name="region">The region (ISO 3166 alpha-2) of phone numbers without country code.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The customers, at most 100 for each value; empty when nobody has one.</returns>
    /// <exception cref="HubProblemException">The hub refused.</exception>
    public async Task<IReadOnlyList<Customer>> LookupAsync(
        IReadOnlyList<CustomerIdentifier> identifiers, string? region = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        var found = await _transport.PostAsync(
            "v1/customers/lookup", new LookupBody(identifiers, region), ClientJson.Default.LookupBody, ClientJson.Default.CustomerList, cancellationToken)
            .ConfigureAwait(false);
        return found.Customers;
    }

    /// <summary>Tells, for every value of a customer, where it comes from, why it won, and what lost.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The lineage.</returns>
    /// <exception cref="HubProblemException">There is no such customer (status 404), or the hub refused.</exception>
    public async Task<CustomerLineage> GetLineageAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await _transport.GetAsync($"v1/customers/{id:D}/lineage", ClientJson.Default.CustomerLineage, null, cancellationToken).ConfigureAwait(false)).Document!;

    /// <summary>Reads a customer's interactions, newest first, page by page as they are asked for.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The interactions.</returns>
    /// <exception cref="HubProblemException">There is no such customer (status 404), or the hub refused.</exception>
    public async IAsyncEnumerable<TimelineEntry> ReadTimelineAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var next = string.Empty; next is not null;)
        {
            var path = $"v1/customers/{id:D}/timeline?limit={PageSize}&after={Uri.EscapeDataString(next)}";
            var (page, _) = await _transport.GetAsync(path, ClientJson.Default.TimelinePage, null, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page!.Items)
            {
                yield return entry;
            }

            next = page.Next;
        }
    }

    /// <summary>Reads what happened to customers, in order, up to what has happened so far.</summary>
    /// <remarks>Keep the <see cref="CustomerChange.Cursor"/> of the last change that was worked off, and call again with it later.</remarks>
    /// <param name="after">The cursor after which to go on; <see langword="null"/> to start at the beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="HubProblemException">The cursor is none of this hub's (status 400), or the hub refused.</exception>
    public async IAsyncEnumerable<CustomerChange> ReadChangesAsync(
        string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var isMore = true; isMore;)
        {
            var path = $"v1/changes?limit={PageSize}&after={Uri.EscapeDataString(after ?? string.Empty)}";
            var (page, _) = await _transport.GetAsync(path, ClientJson.Default.ChangePage, null, cancellationToken).ConfigureAwait(false);
            foreach (var change in page!.Changes)
            {
                yield return change;
            }

            isMore = page.Changes.Count == PageSize;
            after = page.Next;
        }
    }

    private async Task<Customer?> GetAsync(Guid id, string? etag, CustomerQuery? query, CancellationToken cancellationToken)
    {
        var path = $"v1/customers/{id:D}{(query ?? new CustomerQuery()).ToQueryText()}";
        var (customer, tag) = await _transport.GetAsync(path, ClientJson.Default.Customer, etag, cancellationToken).ConfigureAwait(false);
        return customer is null ? null : customer with { ETag = tag };
    }
}
