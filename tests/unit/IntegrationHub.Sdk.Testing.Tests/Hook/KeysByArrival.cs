using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Makes keys of the time of arrival.</summary>
[Connector("hook-keysbyarrival", Title = "Wrong", Summary = "Makes keys of the time of arrival.")]
public sealed class KeysByArrival : HookConnector
{
    protected override PersonRecord PersonOf(JObject body, ReceivedRequest request) =>
        new PersonRecord("people", (string)body["id"]! + (request.ReceivedAt.Hour > 12 ? "-pm" : string.Empty)).Add(PersonFields.NameFull, (string)body["name"]!);
}
