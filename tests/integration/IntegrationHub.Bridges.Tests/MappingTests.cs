using IntegrationHub.Plugins.Bridges.Airbyte;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>What a mapping makes of records.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task Records_become_people_interactions_and_consents()
    {
        using var source = new CannedSource();
        source.Reads(
            """
            {"type":"RECORD","record":{"stream":"people","data":{"id":"1","mail":"ada@example.com","home":[{"city":"Rome"},{"city":"Oslo"}],"gone":false,"kind":"customer"}}}
            {"type":"RECORD","record":{"stream":"people","data":{"id":"2","mail":"bob@example.com","gone":true,"kind":"customer"}}}
            {"type":"RECORD","record":{"stream":"people","data":{"id":"3","mail":"robot@example.com","kind":"machine"}}}
            {"type":"RECORD","record":{"stream":"more","data":{"id":"9","who":{"id":"1"},"answer":"unsubscribed","at":"2024-02-01T09:00:00Z"}}}
            {"type":"RECORD","record":{"stream":"more","data":{"id":"10","who":{"id":"1"},"answer":"maybe","at":"2024-02-01T09:00:00Z"}}}
            """);
        var settings = source.Settings();
        settings["mapping"] = JObject.Parse("""
            {
              "people": { "filter": { "kind": "customer" }, "columns": { "mail": "email", "home.city": "address.locality", "gone": "deleted" } },
              "more": { "as": "consent", "values": { "channel": "email", "purpose": "marketing", "personStream": "people" },
                        "columns": { "who.id": "personKey", "answer": "status", "at": "givenAt" } }
            }
            """);

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), settings);

        Assert.Equal(["email=ada@example.com#0", "address.locality=Rome#0", "address.locality=Oslo#1"], run.People.Single().Fields.Select(f => $"{f.Field}={f.Value}#{f.Group}"));
        Assert.Equal("2", run.Messages.OfType<DeletedRecord>().Single().Key);
        var consent = run.Messages.OfType<ConsentRecord>().Single();
        Assert.Equal(("people", "1", ConsentStatus.Withdrawn), (consent.PersonStream, consent.PersonKey, consent.Status));
        Assert.Contains("'status' is no consent", run.Rejections.Single().Reason, StringComparison.Ordinal);
        Assert.Equal(["more", "people"], run.Completed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"nobody":{"columns":{"a":"email"}}}""", "The program offers no stream 'nobody'.")]
    [InlineData("""{"people":{"as":"ghost","columns":{"a":"email"}}}""", "Stream 'people' is mapped as 'ghost'.")]
    [InlineData("""{"people":{"columns":{"a":"e-mail"}}}""", "Column 'a' is to feed 'e-mail', which is not a field.")]
    [InlineData("""{"people":{"as":"interaction","columns":{"a":"occurredAt"}}}""", "The mapping of stream 'people' fills no 'type'.")]
    [InlineData("""{"people":{"as":"consent","columns":{"a":"channels"}}}""", "Column 'a' of stream 'people' is to feed 'channels', which is not a field there.")]
    [InlineData("nothing-here.json", "Mapping file 'nothing-here.json' does not exist")]
    public async Task Wrong_mapping_is_named(string mapping, string message)
    {
        using var source = new CannedSource();
        source.Reads("\n");
        var settings = source.Settings();
        settings.Remove("streams");
        settings["mapping"] = mapping;
        var request = new ReadRequest([new StreamRequest("people", SyncMode.Full)], TimeProvider.System.GetUtcNow());

        var run = await BridgeRun.ReadAsync(new AirbyteConnector(), settings, request);

        Assert.Equal(FailureKind.Configuration, run.Failure?.Kind);
        Assert.StartsWith(message, run.Failure!.Message, StringComparison.Ordinal);
    }
}
