using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Cli;

/// <summary>What a run of the executable gave.</summary>
internal sealed record HubResult(int Exit, string Out, string Error)
{
    /// <summary>Parses the whole output as one JSON document.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    /// <summary>Fails, showing the messages, unless the exit code is 0.</summary>
    public HubResult MustBeDone()
    {
        Assert.True(Exit == 0, $"exit {Exit}: {Out}{Error}");
        return this;
    }
}
