using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;
using Microsoft.Extensions.Logging;
using Polly;

namespace IntegrationHub.Sdk.Http;

/// <summary>Holds the access token of a client and renews it: one renewal at a time per secret, a rotated refresh token stored
/// before what came with it is used. Thread-safe.</summary>
internal sealed class OAuthSession(OAuthOptions options, OAuthEndpoint endpoint, ICredentialStore store, TimeProvider clock, ILogger logger)
{
    // A refresh token is used up when the vendor has the request, so a cancelled call still waits this long for its successor.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ExchangeMax = TimeSpan.FromSeconds(60);

    private readonly string _operation = Addresses.Describe(HttpMethod.Post, options.TokenEndpoint);
    private readonly string _accessName = options.SecretSetting + ".access";
    private readonly ResiliencePipeline _storing = Pipelines.Store(clock);
    private volatile OAuthAccess? _access;
    private Secret? _unstored;

    /// <summary>Gives an access token that is valid as far as one can tell.</summary>
    internal ValueTask<OAuthAccess> GetAsync(CancellationToken cancellationToken) =>
        _access is { } access && IsUsable(access) ? new(access) : new(RenewAsync(null, cancellationToken));

    /// <summary>Gives an access token other than a refused one: what another call got meanwhile, or a new one.</summary>
    /// <exception cref="AttemptFailedException">The vendor did not give one.</exception>
    /// <exception cref="ConnectorException">The new refresh token could not be stored, or the store not be read.</exception>
    internal async Task<OAuthAccess> RenewAsync(OAuthAccess? refused, CancellationToken cancellationToken)
    {
        await using var turn = (await store.LockAsync(options.SecretSetting, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        await StoreRotatedAsync().ConfigureAwait(false);
        var login = await LoginAsync(cancellationToken).ConfigureAwait(false);
        var kept = OAuthAccess.Read(await store.ReadAsync(_accessName, cancellationToken).ConfigureAwait(false));
        if (kept is not null && kept.Origin == OriginOf(login) && IsUsable(kept) && !kept.IsSame(refused))
        {
            return _access = kept;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await ExchangeAsync(login, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OAuthAccess> ExchangeAsync(Secret login, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ExchangeMax, clock);
        using var hurry = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).CancelAfter(Grace), limit);
        var askedAt = clock.GetUtcNow();
        OAuthGrant grant;
        try
        {
            grant = await endpoint.AskAsync(options.RefreshToken is null ? null : login, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AttemptFailedException(
                ConnectorException.Transient($"{_operation} gave no answer within {ExchangeMax.TotalSeconds} seconds."), true, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NetworkFailures.Of(e, _operation, string.Empty, null, mayRepeat: true);
        }

        var isRotated = options.RefreshToken is not null && grant.Refresh is not null && grant.Refresh.Reveal() != login.Reveal();
        if (isRotated)
        {
            _unstored = grant.Refresh;
            await StoreRotatedAsync().ConfigureAwait(false);
            login = grant.Refresh!;
        }

        var lifetime = grant.Lifetime ?? options.DefaultLifetime;
        var usable = lifetime > options.ExpirySkew * 2 ? lifetime - options.ExpirySkew : lifetime / 2;
        var access = new OAuthAccess(grant.Token, askedAt + usable, OriginOf(login));
        await KeepAsync(access).ConfigureAwait(false);
        Log.Renewed(logger, options.TokenEndpoint.Authority, access.UsableUntil, isRotated ? "replaced" : "unchanged");
        return _access = access;
    }

    // Until it is stored nothing else happens: the access token that came with it was not given out.
    private async Task StoreRotatedAsync()
    {
        if (_unstored is not { } secret)
        {
            return;
        }

        try
        {
            await _storing.ExecuteAsync(
                async _ => await store.StoreAsync(options.SecretSetting, secret, CancellationToken.None).ConfigureAwait(false),
                CancellationToken.None).ConfigureAwait(false);
            _unstored = null;
        }
        catch (ConnectorException e)
        {
            Log.RotationNotStored(logger, options.TokenEndpoint.Authority, e.Message);
            throw;
        }
    }

    // Worth no failure: without it the next call renews once more.
    private async Task KeepAsync(OAuthAccess access)
    {
        try
        {
            await store.StoreAsync(_accessName, access.Write(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectorException e)
        {
            Log.AccessNotKept(logger, options.TokenEndpoint.Authority, e.Message);
        }
    }

    private async Task<Secret> LoginAsync(CancellationToken cancellationToken) =>
        options.RefreshToken is null
            ? options.ClientSecret!
            : await store.ReadAsync(options.SecretSetting, cancellationToken).ConfigureAwait(false) ?? options.RefreshToken;

    private bool IsUsable(OAuthAccess access) => access.UsableUntil > clock.GetUtcNow();

    // An access token counts only for the login, client and scope that it was got with.
    private string OriginOf(Secret login)
    {
        var text = string.Join('\n', login.Reveal(), options.TokenEndpoint.AbsoluteUri, options.ClientId, options.Scope);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
