using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sample.Connector;

/// <summary>Takes what Sample.Connector pushes: one customer a request, signed.</summary>
[Connector("sample-connector-id", Title = "Sample.Connector", Summary = "Customers that Sample.Connector pushes.")]
public sealed class SampleClassConnector : ReceiverConnector<SampleClassSettings>
{
    private const string Customers = "/customers";
    private const string Signature = "X-Signature";

    /// <inheritdoc/>
    protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
        SampleClassSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        if (request is not { Method: "POST", Path: Customers })
        {
            return ValueTask.FromResult(new ReceivedResult(404, $"Expected POST {Customers}.", []) { ContentType = "text/plain" });
        }

        if (!IsSigned(request, settings))
        {
            return ValueTask.FromResult(new ReceivedResult(401, $"The header {Signature} does not match the body.", []) { ContentType = "text/plain" });
        }

        // The hub stores the records, then answers; a sender that gets no answer sends again, which does no harm.
        return ValueTask.FromResult(Parse(request.Body) is { } customer && (string?)customer["id"] is { Length: > 0 } id
            ? ReceivedResult.Accepted([Map(id, customer, request.ReceivedAt)])
            : ReceivedResult.Refused("Expected a JSON object with an id."));
    }

    private static Message Map(string id, JObject customer, DateTimeOffset receivedAt) => (string?)customer["event"] == "deleted"
        ? new DeletedRecord("people", id)
        : new PersonRecord("people", id) { UpdatedAt = receivedAt }
            .Add(PersonFields.NameFull, (string?)customer["name"])
            .Add(PersonFields.Email, (string?)customer["email"]);

    private static bool IsSigned(ReceivedRequest request, SampleClassSettings settings)
    {
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.SigningSecret.Reveal()), request.Body.Span));
        var given = request.Headers.TryGetValue(Signature, out var value) ? value : string.Empty;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
    }

    private static JObject? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body.Span))) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }
}
