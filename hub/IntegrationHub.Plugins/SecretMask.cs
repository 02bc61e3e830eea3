using System.Text;
using IntegrationHub.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins;

/// <summary>Knows the secrets of one source and takes them out of texts: as they are, and as they look in a URL, in Base64 and in JSON.</summary>
internal sealed class SecretMask
{
    // A shorter secret would be found in words that have nothing to do with it.
    private const int LengthMin = 4;
    private const string Mask = "***";

    private readonly string[] _forms;

    /// <summary>Collects the secrets among settings.</summary>
    /// <param name="description">Says which settings are secrets.</param>
    /// <param name="settings">The settings, secrets in clear.</param>
    public SecretMask(ConnectorDescription description, JObject settings)
    {
        // Longest first: one form may be part of another.
        _forms = [.. description.Settings.Settings
            .Where(s => s.IsSecret)
            .Select(s => settings.GetValue(s.Name, StringComparison.OrdinalIgnoreCase))
            .Where(v => v is JValue { Type: JTokenType.String })
            .SelectMany(v => FormsOf((string)v!))
            .Where(f => f.Length >= LengthMin)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(f => f.Length)];
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

    private static IEnumerable<string> FormsOf(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
        yield return JsonConvert.ToString(secret)[1..^1];
    }
}
