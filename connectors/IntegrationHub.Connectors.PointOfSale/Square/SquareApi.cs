using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Asks Square for customers, orders and locations.</summary>
internal sealed class SquareApi : IDisposable
{
    private const int CustomersPerPageMax = 100;
    private const int LoyaltyAccountsPerPageMax = 100;
    private const int LoyaltyEventsPerPageMax = 30;

    private readonly SquareSettings _settings;
    private readonly HubHttpClient _client;
    private volatile bool _wasWithheld;

    internal SquareApi(SquareSettings settings, ConnectorContext context)
    {
        _settings = settings;
        _client = new HubHttpClient(OptionsOf(settings), context);
    }

    /// <summary>Gets a value indicating whether Square refused a paging cursor, as it does with old ones.</summary>
    internal bool WasCursorRefused { get; private set; }

    /// <summary>Reads every customer, oldest first.</summary>
    internal IAsyncEnumerable<(JArray Records, string? Cursor)> CustomersAsync(string? cursor, CancellationToken cancellationToken) => PagesAsync(
        "customers",
        next => HubHttpRequest.Get("v2/customers")
            .With("limit", Text(CustomersPerPage))
            .With("sort_field", "CREATED_AT")
            .With("sort_order", "ASC")
            .With("cursor", next),
        cursor,
        cancellationToken);

    /// <summary>Reads the customers changed at that time or later, oldest by creation first.</summary>
    internal IAsyncEnumerable<(JArray Records, string? Cursor)> ChangedCustomersAsync(
        DateTimeOffset since, string? cursor, CancellationToken cancellationToken)
    {
        var query = new JObject
        {
            ["filter"] = new JObject { ["updated_at"] = new JObject { ["start_at"] = SourceTime.Write(since) } },
            ["sort"] = new JObject { ["field"] = "CREATED_AT", ["order"] = "ASC" },
        };
        return PagesAsync("customers", next => Search("v2/customers/search", CustomersPerPage, query, next), cursor, cancellationToken);
    }

    /// <summary>Reads the completed orders of some locations, at most ten, that were changed at that time or later, oldest change first.</summary>
    internal IAsyncEnumerable<(JArray Records, string? Cursor)> OrdersAsync(
        IReadOnlyList<string> locations, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var filter = new JObject { ["state_filter"] = new JObject { ["states"] = new JArray("COMPLETED") } };
        if (since is { } from)
        {
            filter["date_time_filter"] = new JObject { ["updated_at"] = new JObject { ["start_at"] = SourceTime.Write(from) } };
        }

        var query = new JObject
        {
            ["filter"] = filter,
            ["sort"] = new JObject { ["sort_field"] = "UPDATED_AT", ["sort_order"] = "ASC" },
        };
        return PagesAsync(
            "orders",
            next =>
            {
                var request = Search("v2/orders/search", _settings.PageSize, query, next);
                request.Json!["location_ids"] = new JArray(locations);
                return request;
            },
            null,
            cancellationToken);
    }

    /// <summary>Reads every loyalty account, together with its customer.</summary>
    internal async IAsyncEnumerable<(JArray Records, string? Cursor)> LoyaltyAccountsAsync(
        string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = PagesAsync(
            "loyalty_accounts",
            next => Search("v2/loyalty/accounts/search", Math.Min(_settings.PageSize, LoyaltyAccountsPerPageMax), null, next),
            cursor,
            cancellationToken);
        await foreach (var (accounts, next) in pages.ConfigureAwait(false))
        {
            await AddCustomersAsync(accounts, cancellationToken).ConfigureAwait(false);
            yield return (accounts, next);
        }
    }

    /// <summary>Reads the loyalty events of that time or later, newest first.</summary>
    internal IAsyncEnumerable<(JArray Records, string? Cursor)> LoyaltyEventsAsync(
        DateTimeOffset? since, string? cursor, CancellationToken cancellationToken)
    {
        var query = since is not { } from ? null : new JObject
        {
            ["filter"] = new JObject
            {
                ["date_time_filter"] = new JObject { ["created_at"] = new JObject { ["start_at"] = SourceTime.Write(from) } },
            },
        };
        return PagesAsync(
            "events",
            next => Search("v2/loyalty/events/search", Math.Min(_settings.PageSize, LoyaltyEventsPerPageMax), query, next),
            cursor,
            cancellationToken);
    }

    /// <summary>Asks for one loyalty account, to see whether the token may and there is such a thing.</summary>
    internal async Task<bool> HasLoyaltyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.SendAsync(Search("v2/loyalty/accounts/search", 1, null, null), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConnectorException) when (_wasWithheld)
        {
            return false;
        }
    }

    /// <summary>Lists the seller's locations.</summary>
    internal async Task<IReadOnlyList<(string Id, string? Name)>> LocationsAsync(CancellationToken cancellationToken)
    {
        var body = await _client.GetJsonAsync("v2/locations", cancellationToken).ConfigureAwait(false);
        return (body["locations"] as JArray ?? []).OfType<JObject>()
            .Where(l => (string?)l["id"] is { Length: > 0 })
            .Select(l => ((string)l["id"]!, (string?)l["name"]))
            .OrderBy(l => l.Item1, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Asks for one record of each kind, to see whether the token may.</summary>
    internal async Task TryAsync(string location, CancellationToken cancellationToken)
    {
        await _client.SendAsync(HubHttpRequest.Get("v2/customers").With("limit", "1"), cancellationToken).ConfigureAwait(false);
        var body = new JObject { ["location_ids"] = new JArray(location), ["limit"] = 1 };
        await _client.SendAsync(HubHttpRequest.Search("v2/orders/search", body), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _client.Dispose();

    private async Task AddCustomersAsync(JArray accounts, CancellationToken cancellationToken)
    {
        var ids = accounts.OfType<JObject>().Select(a => a.Text("customer_id")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var request = HubHttpRequest.Search("v2/customers/bulk-retrieve", new JObject { ["customer_ids"] = new JArray(ids) });
        var answer = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var found = (answer.Body as JObject)?.Object("responses");
        foreach (var account in accounts.OfType<JObject>())
        {
            if (account.Text("customer_id") is { } id && found?.Object(id)?.Object("customer") is { } customer)
            {
                account[SquareLoyaltyAccount.CustomerName] = customer.DeepClone();
            }
        }
    }

    private HubHttpOptions OptionsOf(SquareSettings settings) => new()
    {
        BaseAddress = settings.BaseUrl,
        AddressSetting = "baseUrl",
        SecretSetting = "accessToken",
        Credential = HttpCredential.Bearer(settings.AccessToken),
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Square-Version"] = settings.SquareVersion },
        RateBudget = new RateBudget(settings.BaseUrl.Authority + " " + settings.AccessToken.Reveal(), settings.RequestsPerSecond, Burst: 20),
        MapFailure = answer =>
        {
            WasCursorRefused |= SquareFailures.IsCursorGone(answer);
            _wasWithheld |= SquareFailures.IsWithheld(answer);
            return SquareFailures.Of(answer);
        },
    };

    private int CustomersPerPage => Math.Min(_settings.PageSize, CustomersPerPageMax);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The query must stay the same from page to page.
    private static HubHttpRequest Search(string path, int limit, JObject? query, string? cursor)
    {
        var body = new JObject { ["limit"] = limit };
        if (query is not null)
        {
            body["query"] = query.DeepClone();
        }

        if (cursor is not null)
        {
            body["cursor"] = cursor;
        }

        return HubHttpRequest.Search(path, body);
    }

    private async IAsyncEnumerable<(JArray Records, string? Cursor)> PagesAsync(
        string name, Func<string?, HubHttpRequest> request, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new PagingOptions { Records = page => page[name] as JArray };
        var pages = Paging.ByCursorAsync(_client, request, page => (string?)page["cursor"], options, cursor, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return (page.Body[name] as JArray ?? [], (string?)page.Body["cursor"]);
        }
    }
}
