using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Keeps the token in its state.</summary>
[Connector("zoo-leaks-in-state", Title = "Wrong", Summary = "Keeps the token in its state.")]
public sealed class LeaksInState : ShopConnector
{
    protected override JObject State(int? after, string? newest, ShopSettings settings)
    {
        var state = base.State(after, newest, settings);
        state["login"] = Uri.EscapeDataString(settings.Token.Reveal());
        return state;
    }
}
