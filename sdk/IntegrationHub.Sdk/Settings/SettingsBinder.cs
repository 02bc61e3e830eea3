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

            var value = Convert(name, property, attribute, token!);
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

    private static object Convert(string name, PropertyInfo property, SettingAttribute attribute, JToken token)
    {
        var kind = SettingsSchema.TypeOf(property);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            return SettingConverter.Convert(kind, type, token);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // The cause stays behind: a parser's message repeats the value, which may be a secret given to the wrong setting.
            throw ConnectorException.Configuration(
                name,
                $"Setting '{name}' cannot be understood; expected {SettingConverter.Expected(kind, type)}{RangeOf(attribute)}.",
                $"Correct it with --set {name}=VALUE.");
        }
    }

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
                name, $"Setting '{name}' is out of range; expected a number{RangeOf(attribute)}.", $"Correct it with --set {name}=VALUE.");
        }
    }

    private static string RangeOf(SettingAttribute attribute) => (double.IsNaN(attribute.Minimum), double.IsNaN(attribute.Maximum)) switch
    {
        (false, false) => string.Create(CultureInfo.InvariantCulture, $" from {attribute.Minimum} to {attribute.Maximum}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $" of at least {attribute.Minimum}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $" of at most {attribute.Maximum}"),
        _ => string.Empty,
    };
}
