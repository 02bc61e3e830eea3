using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

public sealed class HookSettings
{
    [Setting(Title = "Key", Required = true, Order = 1, Help = "What senders show in the header X-Key.")]
    public Secret Key { get; set; } = null!;
}
