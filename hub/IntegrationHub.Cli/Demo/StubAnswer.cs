using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>What a stub answers.</summary>
internal sealed record StubAnswer(int Status, JToken Body)
{
    public static StubAnswer Ok(JToken body) => new(StatusCodes.Status200OK, body);
}
