using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Writes the settings of a connector as the specification of an Airbyte source.</summary>
internal static class SpecText
{
    internal static void Write(Utf8JsonWriter json, ConnectorDescription connector)
    {
        json.WriteStartObject("connectionSpecification");
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", connector.Title);
        json.WriteString("description", connector.Summary);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", true);
        json.WriteStartArray("required");
        foreach (var setting in connector.Settings.Settings.Where(s => s.IsRequired))
        {
            json.WriteStringValue(setting.Name);
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var (order, setting) in connector.Settings.Settings.Index())
        {
            json.WriteStartObject(setting.Name);
            Write(json, setting, order);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SettingDescription setting, int order)
    {
        json.WriteString("title", setting.Title);
        json.WriteString("description", setting.Help);
        json.WriteNumber("order", order);
        WriteType(json, setting);
        if (setting.IsSecret)
        {
            json.WriteBoolean("airbyte_secret", true);
        }

        if (setting.Minimum is { } minimum)
        {
            json.WriteNumber("minimum", minimum);
        }

        if (setting.Maximum is { } maximum)
        {
            json.WriteNumber("maximum", maximum);
        }

        if (setting.Default is { Length: > 0 } text && setting.Type != SettingType.List)
        {
            json.WritePropertyName("default");
            WriteDefault(json, setting.Type, text);
        }

        if (setting.Example is { } example && !setting.IsSecret)
        {
            json.WriteStartArray("examples");
            json.WriteStringValue(example);
            json.WriteEndArray();
        }
    }

    private static void WriteType(Utf8JsonWriter json, SettingDescription setting)
    {
        json.WriteString("type", setting.Type switch
        {
            SettingType.Integer => "integer",
            SettingType.Number => "number",
            SettingType.Boolean => "boolean",
            SettingType.List => "array",
            _ => "string",
        });
        switch (setting.Type)
        {
            case SettingType.List:
                json.WriteStartObject("items");
                json.WriteString("type", "string");
                json.WriteEndObject();
                break;
            case SettingType.Choice:
                json.WriteStartArray("enum");
                foreach (var option in setting.Options)
                {
                    json.WriteStringValue(option);
                }

                json.WriteEndArray();
                break;
            case SettingType.Time:
                json.WriteString("format", "date-time");
                json.WriteString("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$");
                break;
            case SettingType.Duration:
                json.WriteString("pattern", "^([0-9]+[.])?[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$");
                break;
            case SettingType.Url:
                json.WriteString("format", "uri");
                break;
            case SettingType.Document:
                // As text: a form has no field for a document of any shape. An object is taken too.
                json.WriteBoolean("multiline", true);
                break;
        }
    }

    private static void WriteDefault(Utf8JsonWriter json, SettingType type, string text)
    {
        if (type == SettingType.Boolean)
        {
            json.WriteBooleanValue(text == "true");
        }
        else if (type is SettingType.Integer or SettingType.Number && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }
}
