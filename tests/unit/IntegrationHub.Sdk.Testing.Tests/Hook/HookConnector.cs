using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Receives people as it should. What is wrong in the tests is wrong by overriding one member.</summary>
[Connector("hook-good", Title = "Hook", Summary = "People that a form sends.")]
public class HookConnector : ReceiverConnector<HookSettings>
{
    protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
        HookSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Path != "/people" || request.Method != "POST")
        {
            return ValueTask.FromResult(new ReceivedResult(404, "nothing here", []));
        }

        if (!IsAllowed(settings, request))
        {
            return ValueTask.FromResult(new ReceivedResult(401, "wrong key", []));
        }

        return ValueTask.FromResult(Parse(request) is { } body ? ReceivedResult.Accepted([PersonOf(body, request)]) : ReceivedResult.Refused("no person"));
    }

    protected virtual bool IsAllowed(HookSettings settings, ReceivedRequest request) => request.Headers.GetValueOrDefault("X-Key") == settings.Key.Reveal();

    protected virtual PersonRecord PersonOf(JObject body, ReceivedRequest request) =>
        new PersonRecord("people", (string)body["id"]!).Add(PersonFields.NameFull, (string)body["name"]!);

    protected virtual JObject? Parse(ReceivedRequest request)
    {
        try
        {
            using var reader = new JsonTextReader(new StreamReader(new MemoryStream(request.Body.ToArray()))) { MaxDepth = 64 };
            return JToken.ReadFrom(reader) is JObject { Count: > 0 } body && body["id"] is not null && body["name"] is not null ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
