using System.Text.Json.Nodes;

namespace IntegrationHub.Plugins.Bridges.Records;

/// <summary>The JSON schema of the records that <see cref="HubRecord"/> writes.</summary>
internal static class HubRecordSchema
{
    private const string Readable = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "x-integrationhub": "messages",
          "additionalProperties": true,
          "properties": {
            "kind": { "type": "string", "enum": ["person", "interaction", "consent", "deletion"] },
            "key": { "type": "string" },
            "updatedAt": { "type": ["null", "string"], "format": "date-time" },
            "_ab_cdc_deleted_at": { "type": ["null", "string"], "format": "date-time" },
            "name": { "type": ["null", "object"], "additionalProperties": true },
            "birthDate": { "type": ["null", "string"] },
            "gender": { "type": ["null", "string"] },
            "email": { "type": ["null", "array"], "items": { "type": "string" } },
            "phone": { "type": ["null", "array"], "items": { "type": "string" } },
            "url": { "type": ["null", "array"], "items": { "type": "string" } },
            "address": { "type": ["null", "array"], "items": { "type": "object", "additionalProperties": true } },
            "organization": { "type": ["null", "string", "array"] },
            "jobTitle": { "type": ["null", "string", "array"] },
            "identifiers": { "type": ["null", "object"], "additionalProperties": true },
            "attributes": { "type": ["null", "object"], "additionalProperties": true },
            "consents": { "type": ["null", "object"], "additionalProperties": true },
            "lists": { "type": ["null", "object"], "additionalProperties": true },
            "type": { "type": ["null", "string"] },
            "occurredAt": { "type": ["null", "string"], "format": "date-time" },
            "personStream": { "type": ["null", "string"] },
            "personKey": { "type": ["null", "string"] },
            "title": { "type": ["null", "string"] },
            "channel": { "type": ["null", "string"] },
            "direction": { "type": ["null", "string"] },
            "amount": { "type": ["null", "number"] },
            "currency": { "type": ["null", "string"] },
            "lines": { "type": ["null", "array"], "items": { "type": "object", "additionalProperties": true } },
            "details": { "type": ["null", "object"], "additionalProperties": true },
            "purpose": { "type": ["null", "string"] },
            "status": { "type": ["null", "string"] },
            "givenAt": { "type": ["null", "string"], "format": "date-time" },
            "proof": { "type": ["null", "string"] }
          }
        }
        """;

    /// <summary>Gets the schema on one line, as a message must be.</summary>
    internal static string Text { get; } = JsonNode.Parse(Readable)!.ToJsonString();
}
