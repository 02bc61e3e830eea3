using System.Text;
using IntegrationHub.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins;

/// <summary>Knows the secrets of one source and takes them out of texts: as they are, and as they look in a URL, in Base64 and in JSON.
/// Thread-safe: a secret may change while another thread logs.</summary>
/// <param name="description">Says which settings are secrets.</param>
internal sealed class SecretMask(ConnectorDescription description)
{
    // A shorter secret would be found in words that have nothing to do with it.
    private const int LengthMin = 4;

    // A token inside what was got with a secret is longer than words such as a token's type; an address is none, and worth reading.
    private const int InnerLengthMin = 16;

    // One that changed this many times ago is of no use to anybody.
    private const int LearnedMax = 50;
    private const string Mask = "***";

    private readonly Lock _gate = new();
    private readonly List<string> _learned = [];
    private IReadOnlyList<string> _given = [];
    private volatile string[] _forms = [];

    /// <summary>Takes the secrets among the settings of a call. Those of an earlier call stay known for a while.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    public void Use(JObject settings)
    {
        List<string> given = [.. description.Settings.Settings
            .Where(s => s.IsSecret)
            .Select(s => settings.GetValue(s.Name, StringComparison.OrdinalIgnoreCase))
            .Where(v => v is JValue { Type: JTokenType.String })
            .Select(v => (string)v!)];
        lock (_gate)
        {
            if (!given.SequenceEqual(_given, StringComparer.Ordinal))
            {
                Remember(_given);
                _given = given;
                _forms = Forms();
            }
        }
    }

    /// <summary>Takes a secret that the connector got or made while it was called.</summary>
    /// <param name="secret">The secret; when it is a JSON object, long texts in it count by themselves, too.</param>
    public void Learn(string secret)
    {
        lock (_gate)
        {
            if (!_learned.Contains(secret, StringComparer.Ordinal) && !_given.Contains(secret, StringComparer.Ordinal))
            {
                Remember([secret, .. InnerOf(secret)]);
                _forms = Forms();
            }
        }
    }

    public bool IsIn(string? text) => text is not null && _forms.Any(f => text.Contains(f, StringComparison.Ordinal));

    /// <summary>Gives the text without the secrets; the same object when there are none in it.</summary>
    public string Clean(string text)
    {
        foreach (var form in _forms)
        {
            text = text.Replace(form, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> InnerOf(string secret)
    {
        if (!secret.StartsWith('{'))
        {
            return [];
        }

        try
        {
            return [.. JObject.Parse(secret).Properties()
                .Where(p => p.Value.Type == JTokenType.String)
                .Select(p => (string)p.Value!)
                .Where(t => t.Length >= InnerLengthMin && !Uri.IsWellFormedUriString(t, UriKind.Absolute))];
        }
        catch (JsonException)
        {
            return []; // A secret that happens to begin like an object.
        }
    }

    private static IEnumerable<string> FormsOf(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
        yield return JsonConvert.ToString(secret)[1..^1];
    }

    private void Remember(IEnumerable<string> secrets)
    {
        _learned.AddRange(secrets);
        _learned.RemoveRange(0, Math.Max(0, _learned.Count - LearnedMax));
    }

    // Longest first: one form may be part of another.
    private string[] Forms() => [.. _given.Concat(_learned)
        .SelectMany(FormsOf)
        .Where(f => f.Length >= LengthMin)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(f => f.Length)];
}
