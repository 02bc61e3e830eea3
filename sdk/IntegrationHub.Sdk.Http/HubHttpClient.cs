using System.Net;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using Polly;

namespace IntegrationHub.Sdk.Http;

/// <summary>Asks one system for JSON: retries what may pass by itself, keeps to the account's rate, stays on allowed hosts,
/// and turns every failure into a <see cref="ConnectorException"/> that says who must act.</summary>
/// <remarks>Create one per connector call and dispose of it. Thread-safe. Failures and logs show the method and the address
/// without its query, never a header or a body.</remarks>
public sealed partial class HubHttpClient : IDisposable
{
    private readonly HubHttpOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri _baseAddress;
    private readonly HashSet<string> _allowedHosts;
    private readonly TokenBucket? _bucket;
    private readonly ResiliencePipeline _retry;
    private readonly ResiliencePipeline _timeout;

    /// <summary>Creates a client.</summary>
    /// <param name="options">How to speak to the system.</param>
    /// <param name="context">The clock that all waiting goes by, and the log.</param>
    /// <param name="handler">Sends the requests, in tests; it must not follow redirects and stays the caller's to dispose of.
    /// <see langword="null"/> for real connections.</param>
    /// <exception cref="ConnectorException">The base address is not an http or https address (configuration), or an
    /// option is out of its range (defect).</exception>
    public HubHttpClient(HubHttpOptions options, ConnectorContext context, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        options.Check();

        _options = options;
        _logger = context.Logger;
        _clock = context.Clock;
        _baseAddress = Addresses.AsFolder(options.BaseAddress);
        _allowedHosts = new HashSet<string>(options.AllowedHosts, StringComparer.OrdinalIgnoreCase) { _baseAddress.Authority };
        _bucket = options.RateBudget is null ? null : TokenBuckets.For(options.RateBudget, _clock);
        _retry = Pipelines.Retry(options, _clock, _logger);
        _timeout = Pipelines.Timeout(options, _clock);
        _invoker = handler is null ? new HttpMessageInvoker(NewHandler()) : new HttpMessageInvoker(handler, disposeHandler: false);
    }

    /// <summary>Asks with GET and gives the JSON.</summary>
    /// <param name="path">Relative to the base address, or a whole URL on an allowed host.</param>
    /// <param name="cancellationToken">Stops the request and the waiting.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ConnectorException">See <see cref="SendAsync"/>.</exception>
    public async Task<JToken> GetJsonAsync(string path, CancellationToken cancellationToken) =>
        (await SendAsync(HubHttpRequest.Get(path), cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>Sends a request, again where that helps, and reads the answer as JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the request and the waiting.</param>
    /// <returns>The answer, always a success.</returns>
    /// <exception cref="ConnectorException">The system refused, was not reached, or answered with something else than JSON;
    /// <see cref="HubHttpOptions.MapFailure"/> lists which failure is whose.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<HttpAnswer> SendAsync(HubHttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var address = Addresses.Resolve(_baseAddress, request);
        EnsureAllowed(address);
        var attempts = 0;
        try
        {
            return await _retry.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    await KeepToBudgetAsync(token).ConfigureAwait(false);
                    return await AttemptAsync(request, address, attempts, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (AttemptFailedException e)
        {
            throw e.Failure;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private async ValueTask KeepToBudgetAsync(CancellationToken cancellationToken)
    {
        var wait = _bucket?.Take() ?? TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
        {
            Log.WaitingForBudget(_logger, wait);
            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private void EnsureAllowed(Uri address)
    {
        if (!Addresses.IsAllowed(address, _baseAddress, _allowedHosts))
        {
            throw ConnectorException.Configuration(
                _options.AddressSetting,
                $"The system sent us on to {address.Scheme}://{address.Authority}, which is not allowed; allowed: {string.Join(", ", _allowedHosts)}"
                    + (_baseAddress.Scheme == Uri.UriSchemeHttps ? ", https only." : "."),
                "Give the address that answers without sending elsewhere.");
        }
    }
}
