using IntegrationHub.Sdk.Settings;

namespace HelloConnector;

// <settings>
public sealed class HelloSettings
{
    [Setting(Required = true, Example = "Ada,Grace", Help = "Whom to greet.")]
    public IReadOnlyList<string> Names { get; set; } = [];
}

// </settings>
