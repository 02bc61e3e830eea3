using System.Globalization;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests.Settings;

public sealed class SettingsBinderTests
{
    // tr-TR has an i of its own, de-DE a decimal comma, fa-IR another calendar.
    public static TheoryData<string> Cultures { get; } = ["", "tr-TR", "de-DE", "fa-IR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_type_is_read_from_text_alike_in_every_culture(string culture)
    {
        using var here = new InCulture(culture);

        var settings = Bind("""
            {
              "TEXT": " kept as it is ", "INT": "-12", "INTORNULL": "7", "LONG": "9007199254740993", "DOUBLE": "-1.25e-3", "DECIMAL": "0.1",
              "decimalOrNull": "1E-7", "BOOL": "off", "BOOLORNULL": "yes", "COLOR": " dark-red", "COLORORNULL": "INDIGO", "WAIT": "1.01:30:00",
              "TIME": "2026-02-01", "TIMEORNULL": "2026-02-01T08:00:00+02:00", "URL": "https://example.com/a%20b", "TOKEN": " s3cret ",
              "LIST": "a, b,,", "ARRAY": "a", "SEQUENCE": "x,y", "DOCUMENT": "file.json"
            }
            """);

        Assert.Equal(" kept as it is ", settings.Text);
        Assert.Equal(-12, settings.Int);
        Assert.Equal(7, settings.IntOrNull);
        Assert.Equal(9_007_199_254_740_993, settings.Long);
        Assert.Equal(-0.00125, settings.Double);
        Assert.Equal(0.1m, settings.Decimal);
        Assert.Equal(0.0000001m, settings.DecimalOrNull);
        Assert.False(settings.Bool);
        Assert.True(settings.BoolOrNull);
        Assert.Equal(Color.DarkRed, settings.Color);
        Assert.Equal(Color.Indigo, settings.ColorOrNull);
        Assert.Equal(new TimeSpan(1, 1, 30, 0), settings.Wait);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), settings.Time);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(2)), settings.TimeOrNull);
        Assert.Equal(TimeSpan.FromHours(2), settings.TimeOrNull!.Value.Offset);
        Assert.Equal("https://example.com/a%20b", settings.Url!.AbsoluteUri);
        Assert.Equal(" s3cret ", settings.Token!.Reveal());
        Assert.Equal(["a", "b"], settings.List);
        Assert.Equal(["a"], settings.Array);
        Assert.Equal(["x", "y"], settings.Sequence!);
        Assert.Equal("file.json", (string?)settings.Document);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_type_is_read_from_the_JSON_value_alike_in_every_culture(string culture)
    {
        using var here = new InCulture(culture);

        var settings = Bind("""
            {
              "text": 1.5, "int": 12, "long": 9007199254740993, "double": 0.25, "decimal": 0.1, "decimalOrNull": 1E-7, "bool": false,
              "list": ["a, b", 2.5, "c"], "array": [], "document": { "a": [1, "x"] }, "map": { "id": "key" }, "intOrNull": 5.0, "token": 4711
            }
            """);

        Assert.Equal("1.5", settings.Text);
        Assert.Equal(12, settings.Int);
        Assert.Equal(5, settings.IntOrNull);
        Assert.Equal(9_007_199_254_740_993, settings.Long);
        Assert.Equal(0.25, settings.Double);
        Assert.Equal(0.1m, settings.Decimal);
        Assert.Equal(0.0000001m, settings.DecimalOrNull);
        Assert.False(settings.Bool);
        Assert.Equal("4711", settings.Token!.Reveal());
        Assert.Equal(["a, b", "2.5", "c"], settings.List);
        Assert.Empty(settings.Array);
        Assert.Equal("x", (string?)settings.Document!["a"]![1]);
        Assert.Equal("key", (string?)settings.Map!["id"]);
    }

    [Fact]
    public void What_is_not_given_or_blank_keeps_its_default()
    {
        var settings = Bind("""{ "text": null, "double": "", "bool": " ", "token": null, "wait": "" }""");

        Assert.Equal("as it was", settings.Text);
        Assert.Equal(1.5, settings.Double);
        Assert.True(settings.Bool);
        Assert.Equal("initial", settings.Token!.Reveal());
        Assert.Equal(TimeSpan.FromMinutes(5), settings.Wait);
        Assert.Equal(Color.DarkRed, settings.Color);
        Assert.Equal(["a", "b"], settings.List);
        Assert.Null(settings.IntOrNull);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("True", true)]
    [InlineData("ON", true)]
    [InlineData("1", true)]
    [InlineData("no", false)]
    [InlineData("False", false)]
    [InlineData("OFF", false)]
    [InlineData("0", false)]
    public void Yes_and_no_have_the_usual_words(string text, bool expected) =>
        Assert.Equal(expected, SettingsBinder.Bind<EverySetting>(new JObject { ["boolOrNull"] = text }).BoolOrNull);

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_time_that_the_JSON_reader_took_for_a_date_is_the_same_time(string culture)
    {
        using var here = new InCulture(culture);
        var values = JObject.Parse("""{ "time": "2026-02-01T08:00:00.1234567+02:00", "text": "2026-02-01T08:00:00.1234567Z", "list": ["2026-02-01T08:00:00Z"] }""");
        Assert.Equal(JTokenType.Date, values["time"]!.Type);
        values["timeOrNull"] = new JValue(new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(2)));

        var settings = SettingsBinder.Bind<EverySetting>(values);

        Assert.Equal(new DateTimeOffset(2026, 2, 1, 6, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), settings.Time);
        Assert.Equal(TimeSpan.FromHours(2), settings.TimeOrNull!.Value.Offset);
        Assert.Equal("2026-02-01T08:00:00.1234567Z", settings.Text);
        Assert.StartsWith("2026-02-01T08:00:00", Assert.Single(settings.List), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int", "\"1.5\"", "a whole number")]
    [InlineData("int", "\"1,000\"", "a whole number")]
    [InlineData("int", "3000000000", "a whole number")]
    [InlineData("long", "\"many\"", "a whole number")]
    [InlineData("double", "\"0,25\"", "a number")]
    [InlineData("double", "\"NaN\"", "a number")]
    [InlineData("double", "\"1e999\"", "a number")]
    [InlineData("decimal", "\"0,25\"", "a number")]
    [InlineData("bool", "\"perhaps\"", "true or false")]
    [InlineData("color", "\"mauve\"", "one of blue, darkRed, indigo")]
    [InlineData("color", "1", "one of blue, darkRed, indigo")]
    [InlineData("colorOrNull", "\"blue, darkRed\"", "one of blue, darkRed, indigo")]
    [InlineData("wait", "\"soon\"", "a length of time, hh:mm:ss")]
    [InlineData("wait", "30", "a length of time, hh:mm:ss")]
    [InlineData("wait", "\"24:00:00\"", "a length of time, hh:mm:ss")]
    [InlineData("time", "\"yesterday\"", "a time as 2026-01-31T08:00:00Z")]
    [InlineData("time", "\"01.02.2026\"", "a time as 2026-01-31T08:00:00Z")]
    [InlineData("timeOrNull", "\"2026-02-30T08:00:00Z\"", "a time as 2026-01-31T08:00:00Z")]
    [InlineData("timeOrNull", "\"2026-02-01T25:00:00Z\"", "a time as 2026-01-31T08:00:00Z")]
    [InlineData("url", "\"example.com\"", "an absolute web address")]
    [InlineData("url", "\"/etc/hosts\"", "an absolute web address")]
    [InlineData("url", "\"ftp://example.com\"", "an absolute web address")]
    [InlineData("text", "{}", "a single value")]
    [InlineData("token", "[\"4711\"]", "a single value")]
    [InlineData("list", "[\"a\", {}]", "texts separated by commas")]
    [InlineData("list", "[\"a\", null]", "texts separated by commas")]
    public void What_does_not_fit_is_named_with_what_would_and_the_next_step(string name, string json, string expected)
    {
        var value = JsonConvert.DeserializeObject<JToken>(json);

        var failure = Refused(new JObject { [name] = value });

        Assert.Equal(name, failure.Setting);
        Assert.Equal($"Setting '{name}' cannot be understood; expected {expected}.", failure.Message);
        Assert.Equal($"Correct it with --set {name}=VALUE.", failure.NextStep);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_never_repeated_for_it_may_be_a_secret() =>
        Assert.All(
            ["int", "long", "double", "decimal", "bool", "color", "wait", "time", "url"],
            name => Assert.DoesNotContain("s3cret", Refused(new JObject { [name] = "s3cret" }).ToString(), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void An_unknown_setting_is_refused_with_those_there_are()
    {
        var failure = Refused(new JObject { ["txet"] = "x" });

        Assert.Equal("txet", failure.Setting);
        Assert.Equal("There is no setting 'txet'.", failure.Message);
        Assert.StartsWith("Known settings: text, int, ", failure.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("noSetting", failure.NextStep, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "key": null }""")]
    [InlineData("""{ "key": " " }""")]
    public void A_required_setting_that_is_missing_or_blank_is_named_with_the_next_step(string json)
    {
        var failure = Assert.Throws<ConnectorException>(() => SettingsBinder.Bind<RangedSettings>(JObject.Parse(json)));

        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.Equal("key", failure.Setting);
        Assert.Equal("Setting 'key' is missing.", failure.Message);
        Assert.Equal("Give it with --set key=VALUE.", failure.NextStep);
    }

    [Theory]
    [InlineData("share", 0.5)]
    [InlineData("share", 2.5)]
    [InlineData("atLeast", -3)]
    [InlineData("atLeast", 1e9)]
    [InlineData("atMost", 3)]
    [InlineData("atMost", -1e9)]
    [InlineData("price", 0.01)]
    public void The_ends_of_a_range_belong_to_it(string name, double value) => BindRanged(name, value);

    [Theory]
    [InlineData("share", 0.499, " from 0.5 to 2.5")]
    [InlineData("share", 2.501, " from 0.5 to 2.5")]
    [InlineData("atLeast", -4, " of at least -3")]
    [InlineData("atMost", 4, " of at most 3")]
    [InlineData("price", 0.009, " of at least 0.01")]
    public void A_number_out_of_range_is_named_with_the_range(string name, double value, string range)
    {
        foreach (var culture in new[] { string.Empty, "tr-TR", "de-DE" })
        {
            using var here = new InCulture(culture);

            var failure = Assert.Throws<ConnectorException>(() => BindRanged(name, value));

            Assert.Equal(FailureKind.Configuration, failure.Kind);
            Assert.Equal(name, failure.Setting);
            Assert.Equal($"Setting '{name}' is out of range; expected a number{range}.", failure.Message);
            Assert.Equal($"Correct it with --set {name}=VALUE.", failure.NextStep);
        }
    }

    [Fact]
    public void What_is_no_number_is_told_the_range_too() =>
        Assert.Equal(
            "Setting 'atMost' cannot be understood; expected a whole number of at most 3.",
            Assert.Throws<ConnectorException>(
                () => SettingsBinder.Bind<RangedSettings>(new JObject { ["key"] = "k", ["atMost"] = "x" })).Message);

    private static EverySetting Bind(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return SettingsBinder.Bind<EverySetting>(JObject.Load(reader));
    }

    private static void BindRanged(string name, double value) => SettingsBinder.Bind<RangedSettings>(
        new JObject { ["key"] = "k", [name] = value.ToString(CultureInfo.InvariantCulture) });

    private static ConnectorException Refused(JObject values)
    {
        var failure = Assert.Throws<ConnectorException>(() => SettingsBinder.Bind<EverySetting>(values));
        Assert.Equal(FailureKind.Configuration, failure.Kind);
        return failure;
    }
}
