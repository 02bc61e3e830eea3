using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Http;

/// <summary>How a client gets access tokens (OAuth 2, RFC 6749): with a refresh token when one is given, with the client's own
/// credentials otherwise.</summary>
/// <remarks>
/// Many vendors replace the refresh token at each use. The new one is stored through
/// <see cref="ConnectorContext.Credentials"/> before the access token that came with it is used; one renewal runs at a time per
/// secret, in all calls of the process; the access token is kept beside the secret, so that check, discovery and runs share it.
/// A renewal under way is not given up when the call is cancelled, except after four seconds.
/// </remarks>
public sealed class OAuthOptions
{
    /// <summary>Gets the token endpoint. It may be on another host than the API; https except on this machine.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Gets the client's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>Gets the client's secret.</summary>
    /// <value>Defaults to none, for public clients with a refresh token.</value>
    public Secret? ClientSecret { get; init; }

    /// <summary>Gets the refresh token from the settings. The hub may know a later one; that one is used.</summary>
    /// <value>Defaults to none: the client's own credentials are used (<c>grant_type=client_credentials</c>).</value>
    public Secret? RefreshToken { get; init; }

    /// <summary>Gets the name of the secret setting that holds <see cref="RefreshToken"/>, or without one
    /// <see cref="ClientSecret"/>. A new refresh token replaces its value; a refused one is a failure that points to it.</summary>
    public required string SecretSetting { get; init; }

    /// <summary>Gets the scopes to ask for, separated by spaces.</summary>
    /// <value>Defaults to none: what the vendor gives.</value>
    public string? Scope { get; init; }

    /// <summary>Gets further fields of the token request, such as <c>audience</c>. Not for secrets.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether id and secret of the client go into an <c>Authorization: Basic</c> header.</summary>
    /// <value>Defaults to <see langword="false"/>: they go into the form.</value>
    public bool UsesBasicHeader { get; init; }

    /// <summary>Gets how the access token is sent.</summary>
    /// <value>Defaults to <c>Authorization: Bearer</c>.</value>
    public Func<Secret, HttpCredential> Credential { get; init; } = HttpCredential.Bearer;

    /// <summary>Gets how long before its end an access token is renewed, for clocks that differ. Of a token that lives shorter
    /// than twice that, half its life is used.</summary>
    /// <value>Defaults to one minute.</value>
    public TimeSpan ExpirySkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long an access token lives when the vendor does not say.</summary>
    /// <value>Defaults to one hour. One that ends sooner is renewed once it is refused.</value>
    public TimeSpan DefaultLifetime { get; init; } = TimeSpan.FromHours(1);

    internal string GrantType => RefreshToken is null ? "client_credentials" : "refresh_token";

    internal void Check()
    {
        if (!TokenEndpoint.IsAbsoluteUri || (TokenEndpoint.Scheme != Uri.UriSchemeHttps && !(TokenEndpoint.Scheme == Uri.UriSchemeHttp && TokenEndpoint.IsLoopback)))
        {
            throw ConnectorException.Defect("OAuthOptions.TokenEndpoint must be an https address, or one of this machine.");
        }

        if (ClientId.Length == 0 || SecretSetting.Length == 0 || (RefreshToken is null && ClientSecret is null))
        {
            throw ConnectorException.Defect("OAuthOptions needs a client id, the name of the secret setting, and a refresh token or a client secret.");
        }

        if (ExpirySkew < TimeSpan.Zero || DefaultLifetime <= TimeSpan.Zero)
        {
            throw ConnectorException.Defect("OAuthOptions.ExpirySkew must be zero or more, DefaultLifetime above zero.");
        }
    }
}
