using System.Text.Json.Nodes;
using IntegrationHub.Golden;

namespace IntegrationHub.Server.Api;

/// <summary>The JSON form of what holds for one channel and purpose.</summary>
internal static class ConsentDocument
{
    internal static JsonNode Of(ConsentDecision decision) => new JsonObject
    {
        ["channel"] = decision.Channel,
        ["purpose"] = decision.Purpose,
        ["status"] = JsonName.Of(decision.Status),
        ["since"] = decision.DecidedBy.Consent.GivenAt,
        ["proof"] = decision.DecidedBy.Consent.Proof,
        ["rule"] = decision.Rule,
    };
}
