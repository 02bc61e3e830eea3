using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>The newest time of change seen. It goes from run to run in the state, so that a run without news keeps it.</summary>
/// <param name="state">The state of the run before.</param>
/// <param name="field">The field of a record that holds its time; <see langword="null"/> where there is none, or the reader finds it.</param>
internal sealed class Newest(JToken? state, string? field)
{
    private const string Name = "newest";

    internal DateTimeOffset? Time { get; private set; } = SourceTime.Read((string?)state?[Name]);

    internal void See(JToken record) => See(field is not null && record is JObject json ? SourceTime.Read(json.Text(field)) : null);

    internal void See(DateTimeOffset? time)
    {
        if (time is not null && (Time is null || time > Time))
        {
            Time = time;
        }
    }

    internal JObject ToState() => new() { [Name] = Time is { } time ? SourceTime.Write(time) : null };
}
