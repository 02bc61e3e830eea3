using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>How far the stream <c>people</c> was read.</summary>
internal sealed class PeopleState
{
    /// <summary>Gets how far the folders were read by passes that were completed.</summary>
    internal required UidPositions Done { get; init; }

    /// <summary>Gets how far the pass under way reads; <see langword="null"/> when none is.</summary>
    internal UidPositions? Target { get; init; }

    /// <summary>Gets the key of the last person handed over in that pass.</summary>
    internal string After { get; init; } = string.Empty;

    internal static PeopleState Parse(JObject? state) => new()
    {
        Done = UidPositions.Parse(state?["folders"]),
        Target = state?["target"] is JObject target ? UidPositions.Parse(target) : null,
        After = (string?)state?["after"] ?? string.Empty,
    };

    internal JObject ToJson()
    {
        var json = new JObject { ["version"] = RemoteStates.Version, ["folders"] = Done.ToJson() };
        if (Target is not null)
        {
            json["target"] = Target.ToJson();
            json["after"] = After;
        }

        return json;
    }
}
