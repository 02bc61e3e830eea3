using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>What a connector is measured against.</summary>
/// <param name="Connector">The connector's id.</param>
/// <param name="Name">What stands in for the real system, in a few words.</param>
/// <param name="StartAsync">Makes it with so many records; gives what ends it, and settings that lead there.</param>
internal sealed record StandIn(string Connector, string Name, Func<int, Task<(IAsyncDisposable Life, JObject Settings)>> StartAsync);
