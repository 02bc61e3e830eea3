using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests.Settings;

public sealed class SettingsSchemaTests
{
    private readonly SettingsSchema _schema = SettingsSchema.Of(typeof(EverySetting));

    [Theory]
    [InlineData("text", SettingType.Text, "as it was")]
    [InlineData("int", SettingType.Integer, "0")]
    [InlineData("intOrNull", SettingType.Integer, null)]
    [InlineData("long", SettingType.Integer, "0")]
    [InlineData("double", SettingType.Number, "1.5")]
    [InlineData("decimal", SettingType.Number, "0")]
    [InlineData("bool", SettingType.Boolean, "true")]
    [InlineData("boolOrNull", SettingType.Boolean, null)]
    [InlineData("color", SettingType.Choice, "darkRed")]
    [InlineData("colorOrNull", SettingType.Choice, null)]
    [InlineData("wait", SettingType.Duration, "00:05:00")]
    [InlineData("time", SettingType.Time, "2026-01-31T08:00:00.0000000+02:00")]
    [InlineData("url", SettingType.Url, null)]
    [InlineData("token", SettingType.Secret, null)]
    [InlineData("list", SettingType.List, "a,b")]
    [InlineData("array", SettingType.List, "")]
    [InlineData("sequence", SettingType.List, null)]
    [InlineData("document", SettingType.Document, null)]
    [InlineData("map", SettingType.Document, null)]
    public void A_setting_has_its_propertys_name_type_and_initial_value_in_every_culture(string name, SettingType type, string? initial)
    {
        foreach (var culture in new[] { string.Empty, "tr-TR", "de-DE" })
        {
            using var here = new InCulture(culture);

            var setting = Assert.Single(SettingsSchema.Of(typeof(EverySetting)).Settings, s => s.Name == name);

            Assert.Equal(type, setting.Type);
            Assert.Equal(initial, setting.Default);
            Assert.Equal(type == SettingType.Secret, setting.IsSecret);
            Assert.Equal(name, setting.Title);
            Assert.Equal(string.Empty, setting.Help);
            Assert.False(setting.IsRequired);
            Assert.Null(setting.Minimum);
            Assert.Null(setting.Maximum);
            Assert.Null(setting.Example);
        }
    }

    [Fact]
    public void Defaults_given_back_as_text_bind_to_the_same_values()
    {
        var values = new JObject(_schema.Settings.Where(s => s.Default is not null).Select(s => new JProperty(s.Name, s.Default)));

        var settings = SettingsBinder.Bind<EverySetting>(values);

        Assert.Equivalent(new EverySetting(), settings);
    }

    [Fact]
    public void A_property_without_the_attribute_is_no_setting() => Assert.Null(_schema.Find("noSetting"));

    [Fact]
    public void A_setting_is_found_by_name_whatever_its_case()
    {
        Assert.Equal("intOrNull", _schema.Find("INTORNULL")?.Name);
        Assert.Null(_schema.Find("intOr"));
    }

    [Fact]
    public void Only_a_choice_has_options_in_the_form_they_are_given()
    {
        Assert.Equal(["blue", "darkRed", "indigo"], _schema.Find("color")!.Options);
        Assert.Equal(["blue", "darkRed", "indigo"], _schema.Find("colorOrNull")!.Options);
        Assert.Empty(_schema.Find("text")!.Options);
    }

    [Fact]
    public void The_attribute_is_told_in_form_order_and_a_required_setting_has_no_default()
    {
        var settings = SettingsSchema.Of(typeof(RangedSettings)).Settings;

        Assert.Equal(["share", "key", "atLeast", "atMost", "price", "isOpen"], settings.Select(s => s.Name));
        Assert.Equal([1, 2, 3, 3, 4, 5], settings.Select(s => s.Order));
        var (share, key) = (settings[0], settings[1]);
        Assert.Equal((0.5, 2.5, "1.5", false), (share.Minimum, share.Maximum, share.Default, share.IsRequired));
        Assert.Equal(("API key", "Under Settings, API.", "k-1"), (key.Title, key.Help, key.Example));
        Assert.Equal((true, null), (key.IsRequired, key.Default));
        Assert.Equal("false", settings[^1].Default);
    }

    [Fact]
    public void A_schema_described_elsewhere_is_put_in_form_order() =>
        Assert.Equal(["b", "a"], SettingsSchema.Of([Described("a", 2), Described("b", 1)]).Settings.Select(s => s.Name));

    [Fact]
    public void Null_is_no_schema()
    {
        Assert.Throws<ArgumentNullException>(() => SettingsSchema.Of((Type)null!));
        Assert.Equal("settings", Assert.Throws<ArgumentNullException>(() => SettingsSchema.Of((IReadOnlyList<SettingDescription>)null!)).ParamName);
        Assert.Throws<ArgumentNullException>(() => SettingsBinder.Bind<EverySetting>(null!));
    }

    [Theory]
    [InlineData(typeof(OddType), "Setting 'odd' has type 'Version', which settings cannot have")]
    [InlineData(typeof(ObjectType), "Setting 'odd' has type 'Object', which settings cannot have")]
    [InlineData(typeof(NoSetter), "Setting 'fixed' cannot be filled")]
    public void A_setting_that_cannot_be_one_is_the_authors_defect_and_named(Type type, string expected)
    {
        var failure = Assert.Throws<ConnectorException>(() => SettingsSchema.Of(type));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
    }

    private static SettingDescription Described(string name, int order) =>
        new() { Name = name, Title = name, Help = string.Empty, Type = SettingType.Text, Order = order };

    private sealed class OddType
    {
        [Setting]
        public Version? Odd { get; set; }
    }

    private sealed class ObjectType
    {
        [Setting]
        public object? Odd { get; set; }
    }

    private sealed class NoSetter
    {
        [Setting]
        public string Fixed { get; } = string.Empty;
    }
}
