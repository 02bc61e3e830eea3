using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests.Settings;

/// <summary>One setting of each type there is, plain and nullable.</summary>
internal sealed class EverySetting
{
    [Setting]
    public string Text { get; set; } = "as it was";

    [Setting]
    public int Int { get; set; }

    [Setting]
    public int? IntOrNull { get; init; }

    [Setting]
    public long Long { get; set; }

    [Setting]
    public double Double { get; set; } = 1.5;

    [Setting]
    public decimal Decimal { get; set; }

    [Setting]
    public decimal? DecimalOrNull { get; set; }

    [Setting]
    public bool Bool { get; set; } = true;

    [Setting]
    public bool? BoolOrNull { get; set; }

    [Setting]
    public Color Color { get; set; } = Color.DarkRed;

    [Setting]
    public Color? ColorOrNull { get; set; }

    [Setting]
    public TimeSpan Wait { get; set; } = TimeSpan.FromMinutes(5);

    [Setting]
    public DateTimeOffset Time { get; set; } = new(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(2));

    [Setting]
    public DateTimeOffset? TimeOrNull { get; set; }

    [Setting]
    public Uri? Url { get; set; }

    [Setting]
    public Secret? Token { get; set; } = new("initial");

    [Setting]
    public IReadOnlyList<string> List { get; set; } = ["a", "b"];

    [Setting]
    public string[] Array { get; private set; } = [];

    [Setting]
    public IEnumerable<string>? Sequence { get; set; }

    [Setting]
    public JToken? Document { get; set; }

    [Setting]
    public JObject? Map { get; set; }

    public string NoSetting { get; set; } = string.Empty;
}
