using System.Globalization;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Settings;

/// <summary>Fills a settings class from JSON and refuses what does not fit, by name.</summary>
/// <remarks>Own reflection in place of a serializer, because a serializer's caches keep a plugin from being unloaded.</remarks>
public static class SettingsBinder
{
    /// <summary>Fills a new instance.</summary>
    /// <typeparam name="TSettings">The settings class.</typeparam>
    /// <param name="values">The settings by name, case ignored; texts are converted to the setting's type.</param>
    /// <returns>The filled instance; what is not given keeps its default.</returns>
    /// <exception cref="ConnectorException">A setting is missing, unknown, of the wrong type or out of range.</exception>
    public static TSettings Bind<TSettings>(JObject values)
        where TSettings : class, new()
    {
        ArgumentNullException.ThrowIfNull(values);

        var settings = new TSettings();
        var properties = SettingsSchema.Properties(typeof(TSettings)).ToList();
        CheckNames(values, properties.ConvertAll(p => SettingsSchema.NameOf(p.Property)));
        foreach (var (property, attribute) in properties)
        {
            var name = SettingsSchema.NameOf(property);
            var token = values.GetValue(name, StringComparison.OrdinalIgnoreCase);
            if (IsAbsent(token))
            {
                if (attribute.Required)
                {
                    throw ConnectorException.Configuration(name, $"Setting '{name}' is missing.", $"Give it with --set {name}=VALUE.");
                }

                continue;
            }

            var value = Convert(name, property, token!);
            CheckRange(name, attribute, value);
            property.SetValue(settings, value);
        }

        return settings;
    }

    private static bool IsAbsent(JToken? token) =>
        token is null or { Type: JTokenType.Null } || (token.Type == JTokenType.String && string.IsNullOrWhiteSpace((string?)token));

    private static void CheckNames(JObject values, List<string> known)
    {
        foreach (var property in values.Properties())
        {
            if (!known.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw ConnectorException.Configuration(
                    property.Name, $"There is no setting '{property.Name}'.", $"Known settings: {string.Join(", ", known)}.");
            }
        }
    }

    private static object Convert(string name, PropertyInfo property, JToken token)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var expected = SettingsSchema.TypeOf(property);
        try
        {
            return expected switch
            {
                SettingType.List => token is JArray array
                    ? array.Select(item => (string)item!).ToArray()
                    : Text(token).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                SettingType.Document => token,
                SettingType.Secret => new Secret(Text(token)),
                SettingType.Boolean => ParseFlag(Text(token)),
                SettingType.Choice => ParseChoice(type, Text(token)),
                SettingType.Duration => TimeSpan.Parse(Text(token), CultureInfo.InvariantCulture),
                SettingType.Time => DateTimeOffset.Parse(
                    Text(token), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                SettingType.Url => new Uri(Text(token), UriKind.Absolute),
                _ => System.Convert.ChangeType(Text(token), type, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            var hint = expected == SettingType.Choice ? $"one of {string.Join(", ", Enum.GetNames(type))}" : $"a value of type {expected}";
            throw ConnectorException.Configuration(name, $"Setting '{name}' cannot be understood; expected {hint}.", innerException: e);
        }
    }

    private static string Text(JToken token) => token is JValue { Value: { } value }
        ? System.Convert.ToString(value, CultureInfo.InvariantCulture)!
        : throw new FormatException("not a single value");

    private static bool ParseFlag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => true,
        "FALSE" or "NO" or "OFF" or "0" => false,
        _ => throw new FormatException("not yes or no"),
    };

    private static object ParseChoice(Type type, string text) =>
        Enum.TryParse(type, text.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var value)
        && Enum.IsDefined(type, value)
            ? value
            : throw new FormatException("not a choice");

    private static void CheckRange(string name, SettingAttribute attribute, object value)
    {
        if (value is not (int or long or double or decimal))
        {
            return;
        }

        var number = System.Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number < attribute.Minimum || number > attribute.Maximum)
        {
            throw ConnectorException.Configuration(
                name,
                string.Create(CultureInfo.InvariantCulture, $"Setting '{name}' is out of range; expected {attribute.Minimum} to {attribute.Maximum}."));
        }
    }
}
