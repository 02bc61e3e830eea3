using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>The newest time of change seen. It goes from run to run in the state, so that a run without news keeps it.</summary>
internal sealed class Newest(JToken? state)
{
    private const string Name = "newest";

    internal DateTimeOffset? Time { get; private set; } = SquareTime.Read((string?)state?[Name]);

    internal void See(JToken record)
    {
        if (record is JObject json && SquareTime.Read(CustomerMapping.Text(json, "updated_at")) is { } time && (Time is null || time > Time))
        {
            Time = time;
        }
    }

    internal JObject ToState() => new() { [Name] = Time is { } time ? SquareTime.Write(time) : null };
}
