using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Lets its parser's failure through.</summary>
[Connector("hook-failsongarbage", Title = "Wrong", Summary = "Lets its parser's failure through.")]
public sealed class FailsOnGarbage : HookConnector
{
    protected override JObject? Parse(ReceivedRequest request) => base.Parse(request) ?? throw new FormatException("no JSON");
}
