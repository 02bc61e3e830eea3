using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sync.Admin;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Tests.Admin;

public sealed class SettingsValidatorTests
{
    private static readonly SettingsSchema Schema = SettingsSchema.Of(typeof(AllKinds));

    [Theory]
    [InlineData("count", "12", "12")]
    [InlineData("ratio", "0.25", "0.25")]
    [InlineData("isOpen", "yes", "true")]
    [InlineData("color", "dark-red", "\"darkRed\"")]
    [InlineData("wait", "00:05:00", "\"00:05:00\"")]
    [InlineData("since", "2026-01-31T08:00:00Z", "\"2026-01-31T08:00:00Z\"")]
    [InlineData("home", "https://example.com/a", "\"https://example.com/a\"")]
    [InlineData("tags", "a, b", "[\"a\",\"b\"]")]
    [InlineData("map", "{\"key\":\"id\"}", "{\"key\":\"id\"}")]
    [InlineData("map", "map.json", "\"map.json\"")]
    [InlineData("COUNT", "7", "7")]
    public void A_text_becomes_a_value_of_the_settings_type(string name, string text, string expected)
    {
        var values = SettingsValidator.Validate("test", Schema, new JObject { [name] = text, ["name"] = "n" }).Values;

        Assert.Equal(expected, values[Schema.Find(name)!.Name]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("count", "11.5", "a whole number from 0 to 100")]
    [InlineData("count", "101", "a whole number from 0 to 100")]
    [InlineData("ratio", "much", "a number")]
    [InlineData("isOpen", "perhaps", "true or false")]
    [InlineData("color", "mauve", "one of blue, darkRed")]
    [InlineData("wait", "soon", "hh:mm:ss")]
    [InlineData("since", "yesterday", "2026-01-31")]
    [InlineData("since", "01.02.2026", "2026-01-31")]
    [InlineData("wait", "30", "hh:mm:ss")]
    [InlineData("wait", "24:00:00", "hh:mm:ss")]
    [InlineData("ratio", "NaN", "a number")]
    [InlineData("home", "example", "web address")]
    [InlineData("home", "/etc/hosts", "web address")]
    [InlineData("map", "{oops", "JSON document")]
    public void What_does_not_fit_is_named_with_what_would(string name, string text, string expected)
    {
        var failure = Assert.Throws<AdminException>(
            () => SettingsValidator.Validate("test", Schema, new JObject { [name] = text, ["name"] = "n" }));

        Assert.Contains($"'{name}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var failure = Assert.Throws<AdminException>(
            () => SettingsValidator.Validate("test", Schema, new JObject { ["nmae"] = "n", ["count"] = "many", ["ratio"] = 1, ["Ratio"] = 2 }));

        Assert.Contains("'nmae'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'count'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'ratio' is given twice", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'name' is missing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_taken_out_and_a_reference_left_in_its_place()
    {
        var valid = SettingsValidator.Validate("test", Schema, new JObject { ["name"] = "n", ["token"] = "s3cret" });

        Assert.Equal("s3cret", valid.Secrets["token"].Reveal());
        Assert.DoesNotContain("s3cret", valid.Values.ToString(), StringComparison.Ordinal);
        Assert.Equal("token", (string?)valid.Values["token"]!["$secret"]);
    }

    private enum Color
    {
        Blue,
        DarkRed,
    }

    private sealed class AllKinds
    {
        [Setting(Required = true)]
        public string Name { get; set; } = string.Empty;

        [Setting(Minimum = 0, Maximum = 100)]
        public int Count { get; set; }

        [Setting]
        public double Ratio { get; set; }

        [Setting]
        public bool IsOpen { get; set; }

        [Setting]
        public Color Color { get; set; }

        [Setting]
        public TimeSpan Wait { get; set; }

        [Setting]
        public DateTimeOffset? Since { get; set; }

        [Setting]
        public Uri? Home { get; set; }

        [Setting]
        public Secret? Token { get; set; }

        [Setting]
        public IReadOnlyList<string> Tags { get; set; } = [];

        [Setting]
        public JToken? Map { get; set; }
    }
}
