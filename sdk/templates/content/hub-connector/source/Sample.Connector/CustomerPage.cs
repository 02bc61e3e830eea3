using Newtonsoft.Json.Linq;

namespace Sample.Connector;

/// <summary>One page of customers.</summary>
/// <param name="Customers">The customers as the API writes them.</param>
/// <param name="NextCursor">Where the next page begins; none after the last.</param>
internal sealed record CustomerPage(IEnumerable<JObject> Customers, string? NextCursor);
