using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Keeps the key beside the person.</summary>
[Connector("hook-passeskeyon", Title = "Wrong", Summary = "Keeps the key beside the person.")]
public sealed class PassesKeyOn : HookConnector
{
    protected override PersonRecord PersonOf(JObject body, ReceivedRequest request) =>
        base.PersonOf(body, request).Add(PersonFields.Attribute("sender"), request.Headers.GetValueOrDefault("X-Key"));
}
