using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Tests;

internal sealed class PlainSettings
{
    [Setting(Required = true)]
    public string Name { get; set; } = string.Empty;
}
