using System.Text;
using IntegrationHub.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Takes in the webhooks of a Square seller.</summary>
[Connector("pos-square-events", Title = "Square webhooks", Summary = "Customers, payments, refunds and loyalty of a Square seller, as they happen.")]
public sealed class SquareEventsConnector : ReceiverConnector<SquareEventsSettings>
{
    private const int DepthMax = 32;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
        SquareEventsSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        return ValueTask.FromResult(Receive(settings, request));
    }

    private static ReceivedResult Receive(SquareEventsSettings settings, ReceivedRequest request)
    {
        if (request.Method != "POST" || request.Path != "/")
        {
            return ReceivedResult.Refused("Expected POST to the address of the source itself.");
        }

        if (!SquareSignature.IsValid(settings, request.Body.Span, request.Headers.GetValueOrDefault(SquareSignature.Header)))
        {
            return new ReceivedResult(401, "The signature is missing or wrong; check signature key and notification address.", []) { ContentType = "text/plain" };
        }

        if (Parse(request.Body) is not { } body || body.Text("type") is not { } type || body.Object("data") is not { } data)
        {
            return ReceivedResult.Refused("Expected a Square event: a JSON object with type and data.");
        }

        return ReceivedResult.Accepted(SquareEvent.Map(type, data).ToList());
    }

    private static JObject? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Utf8.GetString(body.Span)))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = DepthMax,
            };
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or OverflowException)
        {
            return null;
        }
    }
}
