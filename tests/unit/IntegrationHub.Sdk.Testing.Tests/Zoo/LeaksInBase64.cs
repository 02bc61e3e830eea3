using System.Text;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Logs the header it would send for a user of that name.</summary>
[Connector("zoo-leaks-in-base64", Title = "Wrong", Summary = "Logs the header it would send for a user of that name.")]
public sealed class LeaksInBase64 : ShopConnector
{
    protected override IEnumerable<Message> Page(
        string stream, List<JObject> records, JObject state, string? newest, ShopSettings settings, ConnectorContext context)
    {
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes("shop:" + settings.Token.Reveal()));
        context.Logger.Log(LogLevel.Debug, default, login, null, (text, _) => "Basic " + text);
        return base.Page(stream, records, state, newest, settings, context);
    }
}
