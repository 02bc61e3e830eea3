using System.Text.Json.Nodes;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Api;

/// <summary>The JSON form of one interaction.</summary>
internal static class TimelineDocument
{
    internal static JsonNode Of(TimelineItem item)
    {
        var document = new JsonObject
        {
            ["at"] = item.Interaction.OccurredAt,
            ["type"] = item.Interaction.Type,
            ["source"] = item.Source,
            ["stream"] = item.Interaction.Stream,
            ["key"] = item.Interaction.Key,
        };
        foreach (var (name, value) in JsonNode.Parse(item.Interaction.Body)!.AsObject())
        {
            document[name] = value?.DeepClone();
        }

        return document;
    }
}
