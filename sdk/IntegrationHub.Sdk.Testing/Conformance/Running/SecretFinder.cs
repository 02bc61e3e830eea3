using System.Text;
using Newtonsoft.Json;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>Finds a secret in text, however it was written.</summary>
internal sealed class SecretFinder
{
    private const int LengthMin = 8;

    private readonly List<(string Form, string Text)> _forms = [];

    internal SecretFinder(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length < LengthMin)
            {
                throw Broken.Rule(
                    $"a secret of {secret.Length} characters in the world's settings",
                    $"at least {LengthMin}",
                    "give the world longer secrets that occur nowhere else, so that they can be looked for.");
            }

            AddForms(secret);
        }
    }

    /// <summary>Says in which form a secret is in the text; <see langword="null"/> when none is.</summary>
    internal string? Find(string text)
    {
        foreach (var (form, written) in _forms)
        {
            if (text.Contains(written, StringComparison.OrdinalIgnoreCase))
            {
                return form;
            }
        }

        return null;
    }

    private void AddForms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var json = JsonConvert.ToString(secret)[1..^1];
        Add("in clear", secret);
        Add("URL-encoded", Uri.EscapeDataString(secret));
        Add("URL-encoded", System.Net.WebUtility.UrlEncode(secret));
        Add("JSON-escaped", json);
        Add("JSON-escaped", System.Text.Json.JsonEncodedText.Encode(secret).ToString());
        Add("HTML-encoded", System.Net.WebUtility.HtmlEncode(secret));
        Add("hexadecimal", Convert.ToHexString(bytes));
        Add("hexadecimal", BitConverter.ToString(bytes));
        Add("backwards", new string(secret.Reverse().ToArray()));
        for (var offset = 0; offset < 3; offset++)
        {
            AddBase64(bytes, offset);
        }
    }

    // Behind so many other bytes only the characters that depend on the secret alone are looked for.
    private void AddBase64(byte[] secret, int offset)
    {
        byte[] shifted = [.. new byte[offset], .. secret];
        var text = Convert.ToBase64String(shifted);
        var from = offset == 0 ? 0 : offset + 1;
        var to = shifted.Length / 3 * 4;
        if (to - from >= LengthMin)
        {
            var inner = text[from..to];
            Add("in base64", inner);
            Add("in base64", inner.Replace('+', '-').Replace('/', '_'));
        }
    }

    private void Add(string form, string text)
    {
        if (!_forms.Exists(f => f.Text == text))
        {
            _forms.Add((form, text));
        }
    }
}
