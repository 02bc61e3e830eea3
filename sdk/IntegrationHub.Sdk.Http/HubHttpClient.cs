using System.Net;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using Polly;

namespace IntegrationHub.Sdk.Http;

/// <summary>Asks one system for JSON: logs in, retries what may pass by itself, keeps to the account's rate, stays on allowed hosts,
/// and turns every failure into a <see cref="ConnectorException"/> that says who must act.</summary>
/// <remarks>Create one per connector call and dispose of it. Thread-safe: concurrent requests share the rate budget and one access
/// token. Failures and logs show the method and the address without its query, never a header or a body.</remarks>
public sealed partial class HubHttpClient : IDisposable
{
    private readonly HubHttpOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri _baseAddress;
    private readonly HostList _allowedHosts;
    private readonly ConnectorContext _context;
    private readonly AccountBudget? _budget;
    private readonly OAuthSession? _oauth;
    private readonly ResiliencePipeline _retry;
    private readonly ResiliencePipeline _timeout;

    /// <summary>Creates a client.</summary>
    /// <param name="options">How to speak to the system.</param>
    /// <param name="context">The clock that all waiting goes by, the log, the budgets, and where rotated secrets go.</param>
    /// <param name="handler">Sends the requests, in tests; it must not follow redirects and stays the caller's to dispose of.
    /// <see langword="null"/> for real connections.</param>
    /// <exception cref="ConnectorException">The base address is not an http or https address, would carry a secret in clear, or is not
    /// permitted (configuration), or an option is out of its range (defect).</exception>
    public HubHttpClient(HubHttpOptions options, ConnectorContext context, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        options.Check();

        _options = options;
        _logger = context.Logger;
        _clock = context.Clock;
        _baseAddress = Addresses.AsFolder(options.BaseAddress);
        _allowedHosts = new HostList([_baseAddress.Authority, .. options.AllowedHosts]);
        _context = context;
        EnsurePermitted(_baseAddress);
        _budget = options.RateBudget is not { } rate
            ? null
            : context.Budgets.For(_baseAddress.Authority + "\n" + rate.Account, rate.RequestsPerSecond, rate.Burst, _clock);
        _retry = Pipelines.Retry(options, _clock, _logger);
        _timeout = Pipelines.Timeout(options, _clock);

        var sender = handler ?? NewHandler(_baseAddress);
        _invoker = new HttpMessageInvoker(context.WrapHttp?.Invoke(sender) ?? sender, disposeHandler: handler is null);
        if (options.OAuth is { } oauth)
        {
            EnsurePermitted(oauth.TokenEndpoint);
            _oauth = new OAuthSession(oauth, new OAuthEndpoint(oauth, _invoker, _clock), context.Credentials, _clock, _logger);
        }
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

        return await CallAsync(
            request, (address, attempt, token) => AttemptAsync(request, address, attempt, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives an access token for a protocol that is not HTTP but logs in with the same ones, such as IMAP.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The token, usable for a while; ask again before each login.</returns>
    /// <exception cref="ConnectorException">The vendor did not give one, or <see cref="HubHttpOptions.OAuth"/> is not set (defect).</exception>
    public async Task<Secret> GetAccessTokenAsync(CancellationToken cancellationToken)
    {
        if (_oauth is null)
        {
            throw ConnectorException.Defect("HubHttpOptions.OAuth is not set; there is nothing to get an access token with.");
        }

        try
        {
            return (await _oauth.GetAsync(cancellationToken).ConfigureAwait(false)).Token;
        }
        catch (AttemptFailedException e)
        {
            throw e.Failure;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private static SocketsHttpHandler NewHandler(Uri baseAddress) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = new SafeConnect(baseAddress).OpenAsync,
    };

    private async Task<T> CallAsync<T>(
        HubHttpRequest request, Func<Uri, int, CancellationToken, ValueTask<T>> attemptAsync, CancellationToken cancellationToken)
    {
        var address = Addresses.Resolve(_baseAddress, request);
        EnsureAllowed(address);
        var call = new CallState(_options.WaitMax);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallState.Key, call);
        try
        {
            return await _retry.ExecuteAsync(
                async c =>
                {
                    call.Attempts++;
                    await KeepToBudgetAsync(request, call, c.CancellationToken).ConfigureAwait(false);
                    return await attemptAsync(address, call.Attempts, c.CancellationToken).ConfigureAwait(false);
                },
                context).ConfigureAwait(false);
        }
        catch (AttemptFailedException e)
        {
            throw WithTimeToComeBack(e, call);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ConnectorException WithTimeToComeBack(AttemptFailedException e, CallState call)
    {
        var wait = e.RetryAfter ?? (call.MayWait(TimeSpan.Zero) ? null : _options.RetryDelayMax);
        return e.Failure is { Kind: FailureKind.Transient, RetryAfter: null } failure && wait is not null
            ? ConnectorException.Transient(failure.Message, wait, failure.InnerException)
            : e.Failure;
    }

    private async ValueTask KeepToBudgetAsync(HubHttpRequest request, CallState call, CancellationToken cancellationToken)
    {
        if (_budget is null)
        {
            return;
        }

        if (!_budget.TryTake(request.Cost, call.WaitLeft, out var wait))
        {
            throw new AttemptFailedException(
                ConnectorException.Transient($"The rate budget of {_baseAddress.Authority} is used up for longer than a call may wait.", wait), false, wait);
        }

        if (wait > TimeSpan.Zero)
        {
            Log.WaitingForBudget(_logger, wait);
            call.Spend(wait);
            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private void EnsureAllowed(Uri address)
    {
        if (!Addresses.IsAllowed(address, _baseAddress, _allowedHosts))
        {
            throw ConnectorException.Configuration(
                _options.AddressSetting,
                $"The system sent us on to {address.Scheme}://{address.Authority}, which is not allowed; allowed: {_allowedHosts}"
                    + (_baseAddress.Scheme == Uri.UriSchemeHttps ? ", https only." : "."),
                "Give the address that answers without sending elsewhere.");
        }

        EnsurePermitted(address);
    }

    private void EnsurePermitted(Uri address) =>
        _context.EnsurePermitted(address.Host, address.Port, Addresses.DefaultPort(address), _options.AddressSetting);
}
