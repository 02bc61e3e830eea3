using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Http;

/// <summary>A header that proves who asks. Its text form shows nothing. Immutable.</summary>
public sealed class HttpCredential
{
    private readonly string _name;
    private readonly Func<string> _value;

    private HttpCredential(string name, Func<string> value)
    {
        _name = name;
        _value = value;
    }

    /// <summary>Sends <c>Authorization: Bearer TOKEN</c>.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The credential.</returns>
    public static HttpCredential Bearer(Secret token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new HttpCredential("Authorization", () => "Bearer " + token.Reveal());
    }

    /// <summary>Sends <c>Authorization: Basic</c> with a name and password in UTF-8.</summary>
    /// <param name="user">The name; no colon.</param>
    /// <param name="password">The password.</param>
    /// <returns>The credential.</returns>
    public static HttpCredential Basic(string user, Secret password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        return new HttpCredential(
            "Authorization", () => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password.Reveal())));
    }

    /// <summary>Sends a secret in a header of the system's own, such as <c>api-key</c>.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The secret.</param>
    /// <returns>The credential.</returns>
    public static HttpCredential Header(string name, Secret value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return new HttpCredential(name, value.Reveal);
    }

    /// <inheritdoc/>
    public override string ToString() => _name + ": ***";

    internal bool TryApply(HttpRequestHeaders headers)
    {
        var value = _value();

        // A line break would be refused by the framework with the secret in the text of its exception.
        return value.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && headers.TryAddWithoutValidation(_name, value);
    }
}
