using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Goes on writing into a state that it has handed over.</summary>
[Connector("zoo-changes-given-state", Title = "Wrong", Summary = "Goes on writing into a state that it has handed over.")]
public sealed class ChangesGivenState : ShopConnector
{
    private readonly JObject _state = [];

    protected override IEnumerable<Message> Page(
        string stream, List<JObject> records, JObject state, string? newest, ShopSettings settings, ConnectorContext context)
    {
        foreach (var message in base.Page(stream, records, _state, newest, settings, context))
        {
            if (message is Checkpoint)
            {
                _state["after"] = state["after"];
                _state["newest"] = state["newest"];
            }

            yield return message;
        }
    }
}
