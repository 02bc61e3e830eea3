using System.Text.Json.Nodes;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk;

namespace IntegrationHub.Cli.Verbs.States;

/// <summary>A checkpoint as it is shown.</summary>
internal sealed record StateView(string Stream, SyncMode Mode, JsonNode? State, DateTimeOffset? Cursor)
{
    public static StateView Of(StreamCheckpoint checkpoint) =>
        new(checkpoint.Stream, checkpoint.Mode, JsonNode.Parse(checkpoint.State), checkpoint.Cursor);
}
