using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Makes a program's own words fit for a log or a message: one short line without the values of its configuration,
/// without mail addresses and without long numbers, which may be a customer's.</summary>
internal sealed partial class SafeText
{
    private const int SecretCharsMin = 3;
    private const int ValueCharsMin = 8;
    private const string Hidden = "***";

    private static readonly string[] SecretNames =
        ["pass", "secret", "token", "key", "credential", "auth", "private", "cert", "code", "pin", "user", "login", "account"];

    private readonly string[] _hidden;

    internal SafeText(params IEnumerable<JToken> configurations)
    {
        // The longest first, so that no part of a value stays behind.
        _hidden = [.. configurations.SelectMany(ValuesOf).SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(v => v.Length)];
    }

    internal string Of(string text)
    {
        foreach (var value in _hidden)
        {
            text = text.Replace(value, Hidden, StringComparison.Ordinal);
        }

        text = LongNumber().Replace(Address().Replace(text, Hidden), Hidden);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = new string([.. line.Where(c => !char.IsControl(c))]);
        return line.Length <= BridgeLimits.QuoteCharsMax ? line : line[..BridgeLimits.QuoteCharsMax] + "…";
    }

    private static IEnumerable<string> ValuesOf(JToken configuration) =>
        from value in configuration.SelectTokens("$..*").OfType<JValue>()
        where value.Value is string
        let text = (string)value.Value!
        where text.Length >= (IsSecretName(NameOf(value)) ? SecretCharsMin : ValueCharsMin)
        select text;

    private static string NameOf(JToken value)
    {
        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is JProperty property)
            {
                return property.Name;
            }
        }

        return string.Empty;
    }

    private static bool IsSecretName(string name) => Array.Exists(SecretNames, s => name.Contains(s, StringComparison.OrdinalIgnoreCase));

    // As it is, as JSON writes it, as a web address writes it, and in base64.
    private static IEnumerable<string> Forms(string value)
    {
        yield return value;
        yield return JsonConvert.ToString(value)[1..^1];
        yield return Uri.EscapeDataString(value);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');
    }

    [GeneratedRegex(@"[^\s@""'<>(),:;=]+@[^\s@""'<>(),:;=]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?[0-9][0-9 ()./\-]{5,}[0-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
