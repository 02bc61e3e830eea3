using System.Globalization;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Writes numbers as the machine's language does.</summary>
[Connector("zoo-writes-numbers-by-culture", Title = "Wrong", Summary = "Writes numbers as the machine's language does.")]
public sealed class WritesNumbersByCulture : ShopConnector
{
    protected override string AmountOf(JObject record) => ((decimal)record["amount"]!).ToString(CultureInfo.CurrentCulture);
}
