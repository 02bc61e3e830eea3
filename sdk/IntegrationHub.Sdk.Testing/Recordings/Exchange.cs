using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>One request and its answer, scrubbed. Immutable.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Response">What was answered.</param>
public sealed record Exchange(RecordedRequest Request, RecordedResponse Response)
{
    internal JObject Write() => new() { ["request"] = Request.Write(), ["response"] = Response.Write() };

    internal static Exchange Read(JObject line) => new(
        RecordedRequest.Read(line["request"] as JObject ?? throw new FormatException("no \"request\"")),
        RecordedResponse.Read(line["response"] as JObject ?? throw new FormatException("no \"response\"")));
}
