using System.Globalization;
using IntegrationHub.Sync.Admin;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>One line of a timeline.</summary>
internal sealed record DemoEvent(
    DateTimeOffset At, string Type, string Source, string? Channel, string? Direction, decimal? Amount, string? Currency, string Title, IReadOnlyList<string> PaidBy)
{
    public static DemoEvent Of(TimelineItem item)
    {
        using var reader = new JsonTextReader(new StringReader(item.Interaction.Body)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        var body = JObject.Load(reader);
        var lines = (body["lines"] as JArray ?? []).Select(l => (string?)l["name"]).Where(n => n is not null);
        var title = (string?)body["title"] ?? item.Interaction.Type;
        var contents = string.Join(", ", lines);
        return new DemoEvent(
            item.Interaction.OccurredAt,
            item.Interaction.Type,
            item.Source,
            (string?)body["channel"],
            (string?)body["direction"],
            (decimal?)body["amount"],
            (string?)body["currency"],
            contents.Length == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title}: {contents}"),
            [.. (body["details"]?["payments"] as JArray ?? []).Select(p => (string?)p["brand"] ?? (string?)p["type"]).OfType<string>()]);
    }
}
