using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;
using RestConnector;

namespace IntegrationHub.Samples.Tests;

/// <summary>What the conformance kit checks the REST sample in.</summary>
public sealed class BookingsWorld : HttpSourceWorld<BookingsConnector>
{
    public override string PeopleStream => "guests";

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        BookingsApi.Serve(server);
        return Task.FromResult(new JObject { ["url"] = server.Address.ToString(), ["apiKey"] = BookingsApi.Key });
    }
}
