using System.Globalization;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace RestConnector;

/// <summary>Asks the API for pages. Waiting, repeating and limits are the client's.</summary>
internal sealed class BookingsApi : IDisposable
{
    private const string Records = "data";

    private readonly HubHttpClient _client;

    internal BookingsApi(BookingsSettings settings, ConnectorContext context)
    {
        // <client>
        _client = new HubHttpClient(
            new HubHttpOptions
            {
                BaseAddress = settings.Url,
                AddressSetting = "url",
                SecretSetting = "apiKey",
                Credential = HttpCredential.Header("X-Api-Key", settings.ApiKey),
                RateBudget = new RateBudget(settings.ApiKey.Reveal(), settings.RequestsPerSecond, Burst: 10),
                MapFailure = FailureOf,
            },
            context);

        // </client>
    }

    internal Task TryAsync(CancellationToken cancellationToken) =>
        _client.SendAsync(HubHttpRequest.Get("guests").With("limit", "1"), cancellationToken);

    // <paging>
    /// <summary>Reads the pages of a list, oldest change first.</summary>
    internal IAsyncEnumerable<HttpAnswer> PagesAsync(
        string list, DateTimeOffset? since, string? cursor, CancellationToken cancellationToken) =>
        Paging.ByCursorAsync(
            _client,
            next => HubHttpRequest.Get(list)
                .With("limit", "100")
                .With("changed_after", since?.ToString("O", CultureInfo.InvariantCulture))
                .With("cursor", next),
            Next,
            new PagingOptions { Records = page => page[Records] as JArray },
            cursor,
            cancellationToken);

    // </paging>
    internal static IEnumerable<JObject> RecordsOf(HttpAnswer page) => (page.Body[Records] as JArray ?? []).OfType<JObject>();

    internal static string? Next(JToken page) => (string?)page["next_cursor"];

    public void Dispose() => _client.Dispose();

    // <failures>
    // This API says "locked" with status 423 while it makes its nightly copy; the defaults cover the rest.
    private static ConnectorException? FailureOf(HttpAnswer answer) => answer.StatusCode == 423
        ? ConnectorException.Transient($"{answer.Operation}: the system makes its nightly copy.", TimeSpan.FromMinutes(10))
        : null;

    // </failures>
}
