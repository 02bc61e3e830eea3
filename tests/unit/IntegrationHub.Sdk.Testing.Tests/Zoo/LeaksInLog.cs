using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Logs the token.</summary>
[Connector("zoo-leaks-in-log", Title = "Wrong", Summary = "Logs the token.")]
public sealed class LeaksInLog : ShopConnector
{
    protected override IEnumerable<Message> Page(
        string stream, List<JObject> records, JObject state, string? newest, ShopSettings settings, ConnectorContext context)
    {
        var text = settings.Token.Reveal();
        context.Logger.Log(LogLevel.Information, default, text, null, (token, _) => "Read a page with " + token);
        return base.Page(stream, records, state, newest, settings, context);
    }
}
