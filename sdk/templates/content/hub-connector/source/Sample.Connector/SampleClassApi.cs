using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace Sample.Connector;

/// <summary>Asks the API. Waiting, repeating, limits and failures that name a setting are the client's.</summary>
internal sealed class SampleClassApi : IDisposable
{
    private readonly SampleClassSettings _settings;
    private readonly HubHttpClient _client;

    internal SampleClassApi(SampleClassSettings settings, ConnectorContext context)
    {
        _settings = settings;
        _client = new HubHttpClient(
            new HubHttpOptions
            {
                BaseAddress = settings.Url,
                AddressSetting = "url",
                SecretSetting = "token",
                Credential = HttpCredential.Bearer(settings.Token),
            },
            context);
    }

    /// <summary>Asks for one customer, to see whether the token may.</summary>
    internal Task TryAsync(CancellationToken cancellationToken) =>
        _client.SendAsync(HubHttpRequest.Get("customers").With("limit", "1"), cancellationToken);

    /// <summary>Reads the customers changed at that time or later, oldest change first, page by page.</summary>
    internal async IAsyncEnumerable<CustomerPage> CustomersAsync(
        DateTimeOffset? since, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new PagingOptions { Records = page => page["customers"] as JArray };
        await foreach (var page in Paging.ByCursorAsync(_client, Request, Next, options, cursor, cancellationToken).ConfigureAwait(false))
        {
            yield return new CustomerPage((page.Body["customers"] as JArray ?? []).OfType<JObject>(), Next(page.Body));
        }

        HubHttpRequest Request(string? next) => HubHttpRequest.Get("customers")
            .With("limit", _settings.PageSize.ToString(CultureInfo.InvariantCulture))
            .With("updated_since", since?.ToString("O", CultureInfo.InvariantCulture))
            .With("cursor", next);

        static string? Next(JToken page) => (string?)page["next"];
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
