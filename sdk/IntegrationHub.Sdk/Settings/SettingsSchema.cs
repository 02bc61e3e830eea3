using System.Globalization;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Settings;

/// <summary>The settings a connector takes, derived from its settings class.</summary>
public sealed class SettingsSchema
{
    private SettingsSchema(IReadOnlyList<SettingDescription> settings) => Settings = settings;

    /// <summary>Gets the settings in form order.</summary>
    public IReadOnlyList<SettingDescription> Settings { get; }

    /// <summary>Derives the schema from a settings class.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="ConnectorException">A property has a type that settings cannot have, or cannot be set.</exception>
    public static SettingsSchema Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);

        var defaults = Activator.CreateInstance(type)!;
        var settings = Properties(type)
            .Select(p => Describe(p.Property, p.Attribute, defaults))
            .OrderBy(s => s.Order)
            .ToList();
        return new SettingsSchema(settings);
    }

    /// <summary>Makes a schema of settings that were described elsewhere, in another process or by another program.</summary>
    /// <param name="settings">The settings, in any order.</param>
    /// <returns>The schema, in form order.</returns>
    public static SettingsSchema Of(IReadOnlyList<SettingDescription> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        return new SettingsSchema([.. settings.OrderBy(s => s.Order)]);
    }

    /// <summary>Finds a setting by name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The setting, or <see langword="null"/>.</returns>
    public SettingDescription? Find(string name) =>
        Settings.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    internal static IEnumerable<(PropertyInfo Property, SettingAttribute Attribute)> Properties(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let attribute = property.GetCustomAttribute<SettingAttribute>()
        where attribute is not null
        select (property, attribute);

    internal static string NameOf(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    internal static SettingType TypeOf(PropertyInfo property)
    {
        if (!property.CanWrite)
        {
            throw ConnectorException.Defect($"Setting '{NameOf(property)}' cannot be filled; its property needs a set or init accessor.");
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => SettingType.Text,
            _ when type == typeof(int) || type == typeof(long) => SettingType.Integer,
            _ when type == typeof(double) || type == typeof(decimal) => SettingType.Number,
            _ when type == typeof(bool) => SettingType.Boolean,
            _ when type.IsEnum => SettingType.Choice,
            _ when type == typeof(TimeSpan) => SettingType.Duration,
            _ when type == typeof(DateTimeOffset) => SettingType.Time,
            _ when type == typeof(Uri) => SettingType.Url,
            _ when type == typeof(Secret) => SettingType.Secret,
            _ when type.IsAssignableFrom(typeof(string[])) && type != typeof(object) => SettingType.List,
            _ when typeof(JToken).IsAssignableFrom(type) => SettingType.Document,
            _ => throw ConnectorException.Defect(
                $"Setting '{NameOf(property)}' has type '{type.Name}', which settings cannot have; see SettingAttribute for those they can."),
        };
    }

    internal static List<string> OptionsOf(Type type) => [.. Enum.GetNames(type).Select(n => char.ToLowerInvariant(n[0]) + n[1..])];

    private static SettingDescription Describe(PropertyInfo property, SettingAttribute attribute, object defaults)
    {
        var type = TypeOf(property);
        var name = NameOf(property);
        return new SettingDescription
        {
            Name = name,
            Title = attribute.Title ?? name,
            Help = attribute.Help ?? string.Empty,
            Type = type,
            IsRequired = attribute.Required,
            Default = attribute.Required || type == SettingType.Secret ? null : DefaultText(property.GetValue(defaults)),
            Order = attribute.Order,
            Minimum = double.IsNaN(attribute.Minimum) ? null : attribute.Minimum,
            Maximum = double.IsNaN(attribute.Maximum) ? null : attribute.Maximum,
            Options = type == SettingType.Choice
                ? OptionsOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                : [],
            Example = attribute.Example,
        };
    }

    private static string? DefaultText(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        Enum choice => char.ToLowerInvariant(choice.ToString()[0]) + choice.ToString()[1..],
        IEnumerable<string> list => string.Join(',', list),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
