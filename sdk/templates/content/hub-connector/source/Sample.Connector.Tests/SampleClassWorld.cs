using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;
using Sample.Connector.FakeApi;

namespace Sample.Connector.Tests;

/// <summary>What the conformance kit checks the connector in: the fake API, in small pages.</summary>
public sealed class SampleClassWorld : HttpSourceWorld<SampleClassConnector>
{
    private readonly FakeServer _api = new() { PageMax = 2 };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        foreach (var person in people)
        {
            _api.Add(person.Key, person.Name, null, null, Now);
        }

        _api.PageMax = 500;
        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _api.Serve(server);
        return Task.FromResult(new JObject { ["url"] = server.Address.ToString(), ["token"] = FakeServer.Token, ["pageSize"] = 500 });
    }
}
