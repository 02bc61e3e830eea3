using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Bridges.Tests;

internal sealed class ScriptedSettings
{
    [Setting(Order = 1, Required = true)]
    public Secret? Token { get; set; }
}
