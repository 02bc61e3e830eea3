using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Asks Matomo's Reporting API for visits, newest first.</summary>
internal sealed class MatomoApi(MatomoSettings settings, ConnectorContext context) : IDisposable
{
    private const string VisitsMethod = "Live.getLastVisitsDetails";

    private static readonly PagingOptions Pages = new() { Records = page => page as JArray };

    private readonly HubHttpClient _client = new(
        new HubHttpOptions
        {
            BaseAddress = AddressOf(settings.Url),
            AddressSetting = "url",
            SecretSetting = "token",
            AllowsPlainHttp = settings.AllowPlainHttp,
            PlainHttpSetting = "allowPlainHttp",
            MapFailure = MatomoFailures.Of,
        },
        context);

    /// <summary>Reads visits page by page. The list grows at its top while it is read, which moves everything down: a page
    /// then begins with visits already seen. Visits that Matomo purges meanwhile move everything up: the pages overlap for that.</summary>
    /// <param name="query">Which visits.</param>
    /// <param name="offset">How many of the newest to leave out.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async IAsyncEnumerable<(JArray Visits, long NextOffset)> VisitsAsync(
        VisitQuery query, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var overlap = Math.Max(1, settings.PageSize / 10);
        var next = offset;
        var pages = Paging.ByOffsetAsync(
            _client, at => Request(query, offset + at, settings.PageSize), settings.PageSize, Pages, overlap, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            next += settings.PageSize - overlap;
            yield return (ArrayOf(page), next);
        }
    }

    /// <summary>Reads the newest visits in one request.</summary>
    internal async Task<JArray> NewestAsync(VisitQuery query, int count, CancellationToken cancellationToken) =>
        ArrayOf(await _client.SendAsync(Request(query, 0, count), cancellationToken).ConfigureAwait(false));

    public void Dispose() => _client.Dispose();

    private static Uri AddressOf(Uri url)
    {
        var text = url.GetLeftPart(UriPartial.Path);
        return new Uri(text.EndsWith("index.php", StringComparison.OrdinalIgnoreCase) ? text[..^"index.php".Length] : text);
    }

    private static JArray ArrayOf(HttpAnswer answer) => answer.Body as JArray
        ?? throw ConnectorException.Defect($"{VisitsMethod} answered with a JSON {answer.Body.Type}; expected an array of visits.");

    // The token goes into the body: an address ends up in the logs of every server on the way.
    private HubHttpRequest Request(VisitQuery query, long offset, int limit)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("module", "API"),
            new("method", VisitsMethod),
            new("format", "JSON"),
            new("language", "en"),
            new("idSite", settings.SiteId.ToString(CultureInfo.InvariantCulture)),
            new("filter_limit", limit.ToString(CultureInfo.InvariantCulture)),
            new("filter_offset", offset.ToString(CultureInfo.InvariantCulture)),
            new("token_auth", settings.Token.Reveal()),
        };
        if (query.Since is { } since)
        {
            // Matomo compares with "later than", in whole seconds.
            form.Add(new("minTimestamp", (since.ToUnixTimeSeconds() - 1).ToString(CultureInfo.InvariantCulture)));
        }

        if (query.Segment is not null)
        {
            form.Add(new("segment", query.Segment));
        }

        if (!query.WithActions)
        {
            form.Add(new("doNotFetchActions", "1"));
        }

        return new HubHttpRequest(HttpMethod.Post, "index.php") { Form = form, IsRepeatable = true };
    }
}
