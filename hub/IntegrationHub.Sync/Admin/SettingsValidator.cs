using System.Globalization;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Checks given settings against a connector's schema and names everything that does not fit at once.</summary>
internal static class SettingsValidator
{
    /// <summary>The property that stands for a secret in stored settings.</summary>
    public const string SecretProperty = "$secret";

    public static ValidSettings Validate(string connectorId, SettingsSchema schema, JObject given)
    {
        var problems = new List<string>();
        var values = new JObject();
        var secrets = new Dictionary<string, Secret>(StringComparer.Ordinal);
        foreach (var property in given.Properties())
        {
            if (schema.Find(property.Name) is not { } setting)
            {
                problems.Add($"there is no setting '{property.Name}'");
            }
            else if (values.ContainsKey(setting.Name))
            {
                problems.Add($"setting '{setting.Name}' is given twice");
            }
            else if (IsBlank(property.Value))
            {
                continue;
            }
            else if (setting.IsSecret)
            {
                TakeSecret(setting, property.Value, values, secrets, problems);
            }
            else if (Convert(setting, property.Value, problems) is { } value)
            {
                values[setting.Name] = value;
            }
        }

        problems.AddRange(schema.Settings
            .Where(s => s.IsRequired && !given.TryGetValue(s.Name, StringComparison.OrdinalIgnoreCase, out _))
            .Select(s => $"setting '{s.Name}' is missing"));
        return problems.Count == 0
            ? new ValidSettings(values, secrets)
            : throw AdminException.WrongUse(
                $"The settings do not fit connector '{connectorId}': {string.Join("; ", problems)}.",
                string.Join(", ", schema.Settings.Select(Describe)),
                "correct it with --set NAME=VALUE");
    }

    private static bool IsBlank(JToken value) =>
        value.Type is JTokenType.Null || (value.Type == JTokenType.String && string.IsNullOrWhiteSpace((string?)value));

    private static string Describe(SettingDescription setting) =>
        $"{setting.Name} ({setting.Type.ToString().ToLowerInvariant()}{(setting.IsRequired ? ", required" : string.Empty)})";

    private static void TakeSecret(
        SettingDescription setting, JToken value, JObject values, Dictionary<string, Secret> secrets, List<string> problems)
    {
        if (value is JObject reference && (string?)reference[SecretProperty] == setting.Name)
        {
            values[setting.Name] = reference.DeepClone();
        }
        else if (value is JValue { Value: string text })
        {
            secrets[setting.Name] = new Secret(text);
            values[setting.Name] = new JObject { [SecretProperty] = setting.Name };
        }
        else
        {
            problems.Add($"setting '{setting.Name}' must be text");
        }
    }

    private static JToken? Convert(SettingDescription setting, JToken value, List<string> problems)
    {
        var (converted, expected) = setting.Type switch
        {
            SettingType.Document => (DocumentOf(value), "a JSON document or the path of one"),
            SettingType.List => (ListOf(value), "texts separated by commas"),
            _ when value is not JValue => (null, "a single value"),
            SettingType.Integer => (IntegerOf(setting, TextOf(value)), $"a whole number{RangeOf(setting)}"),
            SettingType.Number => (NumberOf(setting, TextOf(value)), $"a number{RangeOf(setting)}"),
            SettingType.Boolean => (FlagOf(TextOf(value)), "true or false"),
            SettingType.Choice => (ChoiceOf(setting, TextOf(value)), $"one of {string.Join(", ", setting.Options)}"),
            SettingType.Duration => (DurationOf(TextOf(value)), "a length of time, hh:mm:ss"),
            SettingType.Time => (TimeOf(value), "a time as 2026-01-31T08:00:00Z"),
            SettingType.Url => (UrlOf(TextOf(value)), "an absolute web address"),
            _ => ((JToken)TextOf(value), "text"),
        };
        if (converted is null)
        {
            problems.Add($"setting '{setting.Name}' must be {expected}");
        }

        return converted;
    }

    private static string TextOf(JToken value) =>
        System.Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static string RangeOf(SettingDescription setting) => (setting.Minimum, setting.Maximum) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {low}"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" of at most {high}"),
        _ => string.Empty,
    };

    private static bool IsInRange(SettingDescription setting, double number) =>
        !(number < setting.Minimum) && !(number > setting.Maximum);

    private static JValue? IntegerOf(SettingDescription setting, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && IsInRange(setting, number)
            ? new JValue(number)
            : null;

    private static JValue? NumberOf(SettingDescription setting, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) && IsInRange(setting, number)
            ? new JValue(number)
            : null;

    private static JValue? FlagOf(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => new JValue(true),
        "FALSE" or "NO" or "OFF" or "0" => new JValue(false),
        _ => null,
    };

    private static JValue? ChoiceOf(SettingDescription setting, string text)
    {
        var plain = text.Replace("-", string.Empty, StringComparison.Ordinal);
        return setting.Options.FirstOrDefault(o => string.Equals(o, plain, StringComparison.OrdinalIgnoreCase)) is { } option
            ? new JValue(option)
            : null;
    }

    // Durations, times and addresses as strict as SettingsBinder is: "30" is no 30 days, "01.02.2026" no second of January.
    private static JValue? DurationOf(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out _) ? new JValue(text) : null;

    private static JValue? TimeOf(JToken value) => value.Type == JTokenType.Date
        ? new JValue(((JValue)value).ToString("O", CultureInfo.InvariantCulture))
        : TextOf(value) is { Length: >= 10 } text
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? new JValue(text)
            : null;

    private static JValue? UrlOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? new JValue(text) : null;

    private static JArray? ListOf(JToken value) => value switch
    {
        JArray array when array.All(i => i is JValue) => new JArray(array.Select(TextOf)),
        JValue single => new JArray(TextOf(single).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        _ => null,
    };

    private static JToken? DocumentOf(JToken value)
    {
        if (value is not JValue { Value: string text } || text.TrimStart() is not ['{' or '[', ..])
        {
            return value;
        }

        try
        {
            return JToken.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
