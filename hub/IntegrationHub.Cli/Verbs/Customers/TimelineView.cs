using System.Text.Json.Nodes;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary>One interaction as it is shown.</summary>
internal sealed record TimelineView(
    string Source, string Stream, string Key, string Type, DateTimeOffset OccurredAt, string? PersonStream, string? PersonKey, JsonNode? Body)
{
    public static TimelineView Of(TimelineItem item) => new(
        item.Source,
        item.Interaction.Stream,
        item.Interaction.Key,
        item.Interaction.Type,
        item.Interaction.OccurredAt,
        item.Interaction.PersonStream,
        item.Interaction.PersonKey,
        JsonNode.Parse(item.Interaction.Body));

    /// <summary>Gives the title, with what was bought.</summary>
    public string Title()
    {
        var lines = string.Join(", ", (Body?["lines"] as JsonArray ?? []).Select(l => l?["name"]?.ToString()).OfType<string>());
        return lines.Length == 0 ? Text("title") : $"{Text("title")}: {lines}";
    }

    public string Text(string name) => Body?[name] switch
    {
        null => string.Empty,
        JsonValue value => value.ToString(),
        { } other => other.ToJsonString(),
    };
}
