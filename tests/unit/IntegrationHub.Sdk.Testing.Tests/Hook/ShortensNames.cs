using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Cuts names that are long.</summary>
[Connector("hook-shortensnames", Title = "Wrong", Summary = "Cuts names that are long.")]
public sealed class ShortensNames : HookConnector
{
    protected override PersonRecord PersonOf(JObject body, ReceivedRequest request) =>
        new PersonRecord("people", (string)body["id"]!).Add(PersonFields.NameFull, string.Concat(((string)body["name"]!).Take(200)));
}
