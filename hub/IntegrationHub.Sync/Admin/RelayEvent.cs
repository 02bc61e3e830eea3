using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Sync.Admin;

/// <summary>One line of a relayed command's answer; one of the three is set.</summary>
internal sealed record RelayEvent
{
    public static readonly JsonSerializerOptions Json =
        new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string? Out { get; init; }

    public string? Err { get; init; }

    public int? Exit { get; init; }
}
