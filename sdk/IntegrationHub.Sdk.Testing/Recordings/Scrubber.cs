using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Takes secrets and people out of what is recorded; which ones is described in <c>sdk/docs/recording.md</c>. Thread-safe.</summary>
public sealed class Scrubber
{
    /// <summary>What stands in place of a secret.</summary>
    internal const string Stars = "***";

    /// <summary>Shorter secrets are not looked for by value: they would be found everywhere.</summary>
    private const int SecretLengthMin = 4;

    private readonly ConcurrentDictionary<string, byte> _forms = new(StringComparer.Ordinal);
    private readonly Pseudonyms? _pseudonyms;

    /// <summary>Creates a scrubber.</summary>
    /// <param name="secrets">The secrets in clear, such as those of the settings, at least 4 characters each; found wherever they appear.</param>
    /// <param name="keepsPeople">Whether e-mail addresses and phone numbers stay, for accounts of made-up people.</param>
    public Scrubber(IEnumerable<string> secrets, bool keepsPeople = false)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        foreach (var secret in secrets)
        {
            Learn(secret);
        }

        _pseudonyms = keepsPeople ? null : new Pseudonyms();
    }

    internal RecordedRequest Scrub(RecordedRequest request) => request with
    {
        Path = Text(null, request.Path),
        Query = [.. request.Query.Select(Field)],
        Form = request.Form?.Select(Field).ToList(),
        Json = request.Json is null ? null : JsonText.Map(request.Json, (name, text) => Text(name, text)),
        Text = request.Text is null ? null : Text(null, request.Text),
    };

    /// <summary>Scrubs an answer and learns the tokens that it hands out.</summary>
    internal RecordedResponse Scrub(RecordedResponse response)
    {
        foreach (var property in (response.Json as JContainer)?.DescendantsAndSelf().OfType<JProperty>() ?? [])
        {
            if (SecretNames.IsHandedOut(property.Name) && property.Value is JValue { Value: string token })
            {
                Learn(token);
            }
        }

        return response with
        {
            Headers = response.Headers.ToDictionary(h => h.Key, h => Text(h.Key, h.Value), StringComparer.OrdinalIgnoreCase),
            Json = response.Json is null ? null : JsonText.Map(response.Json, (name, text) => Text(name, text)),
            Text = response.Text is null ? null : Text(null, response.Text),
        };
    }

    private KeyValuePair<string, string> Field(KeyValuePair<string, string> field) => new(field.Key, Text(field.Key, field.Value));

    private string Text(string? name, string text)
    {
        if (text.Length == 0 || (name is not null && SecretNames.Holds(name)))
        {
            return text.Length == 0 ? text : Stars;
        }

        // The longest first: one secret may be part of another.
        foreach (var form in _forms.Keys.OrderByDescending(f => f.Length))
        {
            text = text.Replace(form, Stars, StringComparison.Ordinal);
        }

        return _pseudonyms?.Apply(name, text) ?? text;
    }

    private void Learn(string secret)
    {
        if (secret.Length < SecretLengthMin)
        {
            return;
        }

        var quoted = JsonConvert.ToString(secret);
        string[] forms =
        [
            secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), quoted[1..^1], Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];
        foreach (var form in forms)
        {
            _forms[form] = 0;
        }
    }
}
