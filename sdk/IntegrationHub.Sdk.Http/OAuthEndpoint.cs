using System.Globalization;
using System.Net;
using System.Text;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>Asks a token endpoint, once. Redirects are not followed: a login goes to nobody else. Thread-safe.</summary>
internal sealed class OAuthEndpoint(OAuthOptions options, HttpMessageInvoker invoker, TimeProvider clock)
{
    private const long AnswerBytesMax = 256 * 1024;
    private const double LifetimeSecondsMax = 10 * 365 * 86_400.0;

    private readonly string _operation = Addresses.Describe(HttpMethod.Post, options.TokenEndpoint);

    /// <summary>Exchanges the refresh token, or the client's credentials, for an access token.</summary>
    /// <exception cref="AttemptFailedException">It did not work.</exception>
    internal async Task<OAuthGrant> AskAsync(Secret? refreshToken, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, options.TokenEndpoint);
        message.Headers.Accept.ParseAdd("application/json");
        message.Headers.UserAgent.Add(UserAgent.Value);
        var form = new List<KeyValuePair<string, string>> { new("grant_type", options.GrantType) };
        if (refreshToken is not null)
        {
            form.Add(new("refresh_token", refreshToken.Reveal()));
        }

        Authorise(message, form);
        form.AddRange(options.Parameters);
        message.Content = new FormUrlEncodedContent(form);

        using var response = await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var retryAfter = RetryAfter.Of(response.Headers, clock);
        JToken? body;
        try
        {
            (body, _, _) = await JsonBody.ReadAsync(response, AnswerBytesMax, cancellationToken).ConfigureAwait(false);
        }
        catch (AnswerTooLargeException)
        {
            body = null;
        }

        return response.IsSuccessStatusCode ? GrantOf(body) : throw Refused((int)response.StatusCode, body as JObject, retryAfter);
    }

    private void Authorise(HttpRequestMessage message, List<KeyValuePair<string, string>> form)
    {
        if (options.Scope is not null)
        {
            form.Add(new("scope", options.Scope));
        }

        if (options.UsesBasicHeader && options.ClientSecret is not null)
        {
            // RFC 6749, 2.3.1: both are form-encoded before they are joined.
            var pair = WebUtility.UrlEncode(options.ClientId) + ":" + WebUtility.UrlEncode(options.ClientSecret.Reveal());
            message.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            return;
        }

        form.Add(new("client_id", options.ClientId));
        if (options.ClientSecret is not null)
        {
            form.Add(new("client_secret", options.ClientSecret.Reveal()));
        }
    }

    private OAuthGrant GrantOf(JToken? body)
    {
        if (body is not JObject grant || (string?)(grant["access_token"] as JValue) is not { Length: > 0 } token)
        {
            throw new AttemptFailedException(
                ConnectorException.Transient($"The answer of {_operation} holds no access token; expected a JSON object with access_token."), true, null);
        }

        if (grant["token_type"] is JValue { Value: string type } && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new AttemptFailedException(
                ConnectorException.Defect($"{_operation} gave a token of type {Words.Code(type)}; expected Bearer."), false, null);
        }

        var refresh = (grant["refresh_token"] as JValue)?.Value as string;
        return new OAuthGrant(
            new Secret(token), LifetimeOf(grant["expires_in"]), string.IsNullOrEmpty(refresh) ? null : new Secret(refresh));
    }

    // Some vendors write the number as text.
    private static TimeSpan? LifetimeOf(JToken? token) =>
        token is JValue { Value: { } value }
        && double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < LifetimeSecondsMax
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private AttemptFailedException Refused(int status, JObject? body, TimeSpan? retryAfter)
    {
        var code = Words.Code(body?["error"]);
        var what = string.Create(CultureInfo.InvariantCulture, $"{_operation} answered {status} {code}");
        var setting = options.SecretSetting;
        return (status, code) switch
        {
            (408 or 429 or >= 500, _) or (_, "temporarily_unavailable" or "server_error") =>
                new AttemptFailedException(ConnectorException.Transient(what + ".", retryAfter), true, retryAfter),
            (_, "invalid_grant") => Final(ConnectorException.Configuration(
                setting, $"{what}: the refresh token is used up, withdrawn or not of this client (setting '{setting}').", "Connect the account again and give the new refresh token.")),
            (401 or 403, _) or (_, "invalid_client" or "unauthorized_client" or "access_denied" or "invalid_scope") => Final(ConnectorException.Configuration(
                options.RefreshToken is null ? setting : null, $"{what}: the client's id or secret was refused.", "Check id and secret of the client, and what it may ask for.")),
            _ => Final(ConnectorException.Defect(what + "; expected an access token.")),
        };
    }

    private static AttemptFailedException Final(ConnectorException failure) => new(failure, false, null);
}
